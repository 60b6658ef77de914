import { Camera } from './camera.js';
import { readKeys } from './keys.js';
import { OneCard, onlyText } from './one_code.js';
import { openPicture } from './picture.js';
import { prepareReader, readCodes } from './scan.js';
import { both, showResult } from './show.js';
import { checkStatus } from './status.js';
import { verifyCard } from './verify.js';
import { PAGE } from './words.js';

const part = (id) => document.getElementById(id);
const keys = readKeys(embeddedKeys());
const camera = new Camera(part('video'));
const HARDER_AFTER_MS = 8000;
/** Whoever checks with the camera goes on with it from card to card. */
let byCamera = false;

/** The JWKS that `pehchan` writes into the page; nothing in a page as it was built. */
function embeddedKeys() {
  try {
    return JSON.parse(part('keys').textContent);
  } catch {
    return null;
  }
}

const now = () => Math.floor(Date.now() / 1000);
const say = (words, alarm = false) => {
  part('say').className = alarm ? 'alarm' : '';
  part('say').replaceChildren(...(words ? [both(words)] : []));
};

/** Shows what a code is worth; a valid card's status is looked up first, so that green never turns red. */
async function judge(text) {
  say(PAGE.checking);
  const result = await verifyCard(text, keys, now());
  const place = result.outcome === 'valid' ? result.claims.status : undefined;
  const status = place
    ? await checkStatus(place, keys, now(), { origin: location.origin, fetch: (...how) => fetch(...how) })
    : { state: 'unchecked', why: 'none' };
  present(result, status);
}

function present(result, status) {
  say(null);
  showResult(part('result'), result, status);
  part('outcome').hidden = false;
  part('ways').hidden = true;
  part('result').focus();
}

/** `work`, the first time only. */
const once = (work) => () => {
  work?.();
  work = undefined;
};

const nothing = (why) => present({ outcome: 'unreadable', why }, undefined);

async function scan() {
  startOver();
  byCamera = true;
  try {
    await camera.start();
  } catch {
    return say(PAGE.noCamera, true);
  }
  part('view').hidden = false;
  part('ways').hidden = true;
  part('stop').focus();
  say(PAGE.looking);
  const patience = setTimeout(() => say(PAGE.harder), HARDER_AFTER_MS);
  const card = new OneCard(once(() => {
    clearTimeout(patience);
    say(PAGE.several);
  }));
  const text = await camera.until(async (picture) => card.after(await readCodes(picture)));
  clearTimeout(patience);
  if (text === undefined) return undefined;
  closeCamera();
  return judge(text);
}

function closeCamera() {
  camera.stop();
  part('view').hidden = true;
}

async function fromPicture(file) {
  startOver();
  say(PAGE.checking);
  const picture = await openPicture(file).catch(() => null);
  if (!picture) return nothing('no_picture');
  const texts = await readCodes(picture);
  if (texts.length === 0) return nothing('no_code');
  const text = onlyText(texts);
  return text === undefined ? nothing('several') : judge(text);
}

/** A code that went through a mail or a message may have been broken into lines; ours never end in a space. */
const fromText = (text) => judge(text.replace(/[\r\n]/g, '').trim());

function startOver() {
  byCamera = false;
  closeCamera();
  say(null);
  part('outcome').hidden = true;
  part('ways').hidden = false;
}

function chooseAgain() {
  startOver();
  part('scan').focus();
}

const guarded = (work) => (...given) => Promise.resolve(work(...given)).catch(() => {
  startOver();
  say(PAGE.failed, true);
});

function listen() {
  part('scan').addEventListener('click', guarded(scan));
  part('stop').addEventListener('click', chooseAgain);
  part('again').addEventListener('click', guarded(() => (byCamera ? scan() : chooseAgain())));
  part('file').addEventListener('change', guarded(async (event) => {
    const [file] = event.target.files;
    if (file) await fromPicture(file);
    event.target.value = '';
  }));
  part('paste').addEventListener('submit', (event) => {
    event.preventDefault();
    guarded(fromText)(part('text').value);
  });
}

/** On a website the page can be installed, and opens without a network from then on. */
function offerInstalling() {
  if (!location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = 'manifest.webmanifest';
  document.head.append(manifest);
  navigator.serviceWorker.register('sw.js').catch(() => {});
}

function start() {
  offerInstalling();
  const able = globalThis.crypto?.subtle && globalThis.DecompressionStream && globalThis.WebAssembly;
  if (!able || keys.length === 0) return say(able ? PAGE.noKeys : PAGE.tooOld, true);
  part('key-names').textContent = keys.map((key) => key.kid).join(', ');
  part('about').hidden = false;
  part('ways').hidden = false;
  listen();
  return prepareReader(part('reader').textContent.trim()).catch(() => say(PAGE.tooOld, true));
}

start();
