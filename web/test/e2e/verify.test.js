import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SITE, hasChromium, openBrowser, openPage } from '../support/browser.js';
import { cardText, jwksOf, newKey, statusList, sunita, toText, tokenOf } from '../support/maker.js';
import { readPng, toPng, withCode, writeFilm } from '../support/pictures.js';
import { serve } from '../support/server.js';
import { verifierWith, writeSite } from '../support/site.js';

const blank = readPng(new URL('../fixtures/card-back.png', import.meta.url));
const front = readPng(new URL('../fixtures/card-front.png', import.meta.url)); // without a code
const now = Math.floor(Date.now() / 1000);
const key = newKey();
const shots = process.env.PEHCHAN_SHOTS;
let work, site, film, server, browser;

const card = (changes = {}) => ({ ...sunita, issuedAt: now - 86400, expiresAt: now + 86400, ...changes });
const texts = {
  valid: cardText(card(), key),
  mosip: cardText(card(), key, 'mosip'),
  expired: cardText(card({ expiresAt: now - 1 }), key),
  unknown_key: cardText(card(), newKey('2019z')),
  revoked: cardText(card({ status: { idx: 99, uri: `${SITE}/status/1` } }), key),
  elsewhere: cardText(card({ status: { idx: 1, uri: 'https://tracker.example.com/status/1' } }), key),
  altered: toText(renamed(tokenOf(card(), key))),
};

function renamed(token) {
  const bytes = Buffer.from(token);
  bytes.write('Babita', bytes.indexOf('Sunita'));
  return bytes;
}

const picture = (text) => ({ name: 'card.png', mimeType: 'image/png', buffer: toPng(withCode(blank, text)) });
const options = { skip: !hasChromium && 'no Chromium' };

before(async () => {
  if (!hasChromium) return;
  work = mkdtempSync(join(tmpdir(), 'pehchan-web-'));
  site = join(work, 'site');
  film = join(work, 'camera.y4m');
  mkdirSync(site);
  writeSite(site, jwksOf(key));
  writeFileSync(join(site, 'status/1'), statusList({ uri: `${SITE}/status/1`, revoked: [99], issuedAt: now - 60, expiresAt: now + 3600 }, key));
  writeFileSync(join(work, 'verify.html'), verifierWith(jwksOf(key)));
  writeFilm(film, withCode(blank, texts.valid));
  server = await serve(site, work, 'cards.example.org');
  browser = await openBrowser({ port: server.port, film });
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (work) rmSync(work, { recursive: true });
});

async function opened(where = `${SITE}/verify/`, how = {}) {
  const opening = await openPage(browser, how);
  await opening.page.goto(where);
  return opening;
}

/** What the page says once it has judged. */
async function verdict(page, name) {
  await page.locator('#outcome').waitFor();
  if (shots && name) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  return { kind: await page.locator('#result').getAttribute('class'), text: await page.locator('#result').innerText() };
}

/** Holds a card before the camera, which `button` opens: "scan", or "again" after a card. */
async function scanned(page, text, name, button = 'scan') {
  writeFilm(film, withCode(blank, text));
  await page.locator(`#${button}`).click();
  return verdict(page, name);
}

async function uploaded(page, text, name) {
  await page.locator('#file').setInputFiles(picture(text));
  return verdict(page, name);
}

const staysHome = ({ requests, complaints }) => {
  for (const url of requests) assert.match(url, /^(https:\/\/cards\.example\.org\/|data:image\/svg|blob:https:\/\/cards\.example\.org)/);
  assert.deepEqual(complaints, []);
};

test('the camera sees a valid card, and a second one after it that was altered', options, async () => {
  const opening = await opened();
  const { page } = opening;
  const valid = await scanned(page, texts.valid, 'valid');
  assert.equal(valid.kind, 'good');
  for (const said of ['मान्य', 'Valid', 'सुनीता कुमारी यादव', 'Sunita Kumari Yadav', 'PCN-001-000002-4', 'https://cards.example.org',
    'Not cancelled: the list was looked up', 'Now compare']) assert.ok(valid.text.includes(said), said);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'result');
  const altered = await scanned(page, texts.altered, 'altered', 'again');
  assert.equal(altered.kind, 'bad');
  assert.match(altered.text, /Not valid: altered/);
  assert.doesNotMatch(altered.text, /Babita|PCN-/, 'nothing that nobody signed');
  assert.equal(await page.evaluate(() => document.getElementById('video').srcObject), null, 'the camera is off');
  staysHome(opening);
  await opening.context.close();
});

test('a picture tells cancelled, expired and foreign cards apart', options, async () => {
  const opening = await opened();
  const { page } = opening;
  const expected = {
    revoked: ['bad', /Not valid: cancelled/], expired: ['bad', /Not valid: expired/], unknown_key: ['bad', /Not valid: unknown key/],
    mosip: ['good', /Valid/], valid: ['good', /Not cancelled/], elsewhere: ['good', /Cannot check from here/],
  };
  for (const [name, [kind, words]] of Object.entries(expected)) {
    const result = await uploaded(page, texts[name], name);
    assert.equal(result.kind, kind, name);
    assert.match(result.text, words);
    await page.locator('#again').click();
  }
  const other = await uploaded(page, 'https://cards.example.org/v/1', 'not-a-card');
  assert.equal(other.kind, 'unknown');
  assert.match(other.text, /Not a card’s code/);
  await page.locator('#again').click();
  await page.locator('#file').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: toPng(blank) });
  assert.match((await verdict(page)).text, /Not a card’s code/, 'the unsigned code of the blank card');
  await page.locator('#again').click();
  await page.locator('#file').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  assert.match((await verdict(page)).text, /The picture did not open/);
  staysHome(opening);
  await opening.context.close();
});

const BESIDE = { left: 600, top: 75, side: 325 };

test('of several codes in a picture none is judged, unless they all say the same', options, async () => {
  const opening = await opened();
  const { page } = opening;
  const both = async (one, other) => {
    const buffer = toPng(withCode(withCode(blank, texts[one]), texts[other], BESIDE));
    await page.locator('#file').setInputFiles({ name: 'cards.png', mimeType: 'image/png', buffer });
    const result = await verdict(page, `${one}-${other}`);
    await page.locator('#again').click();
    return result;
  };
  for (const [one, other] of [['valid', 'revoked'], ['valid', 'altered'], ['altered', 'valid'], ['mosip', 'valid']]) {
    const result = await both(one, other);
    assert.equal(result.kind, 'unknown', `${one}, ${other}`);
    assert.match(result.text, /एक बार में एक ही कार्ड/);
    assert.match(result.text, /Several codes: one card at a time/);
    assert.doesNotMatch(result.text, /PCN-/);
  }
  assert.equal((await both('valid', 'valid')).kind, 'good', 'both sides of a card may have its code');
  staysHome(opening);
  await opening.context.close();
});

test('the camera judges no card beside another, and goes on until there is one', options, async () => {
  const opening = await opened();
  const { page } = opening;
  writeFilm(film, withCode(withCode(blank, texts.valid), texts.altered, BESIDE));
  await page.locator('#scan').click();
  await page.locator('#say', { hasText: 'Several codes: show one card at a time' }).waitFor();
  assert.equal(await page.locator('#outcome').isVisible(), false);
  await page.locator('#stop').click();
  assert.equal((await scanned(page, texts.valid, 'one-after-several')).kind, 'good');
  staysHome(opening);
  await opening.context.close();
});

test('pasted text is read as it comes out of a message; junk after the code is refused', options, async () => {
  const { page, context } = await opened();
  const pasted = async (text) => {
    await page.locator('#text').fill(text);
    await page.locator('#paste button').click();
    const { kind } = await verdict(page);
    await page.locator('#again').click();
    return kind;
  };
  await page.locator('summary').click();
  assert.equal(await pasted(`  ${texts.valid.slice(0, 90)}\r\n${texts.valid.slice(90)}\n`), 'good');
  const { deflateSync } = await import('node:zlib');
  const { default: base45 } = await import('base45');
  assert.equal(await pasted(base45.encode(Buffer.concat([deflateSync(tokenOf(card(), key)), Buffer.from('xx')]))), 'unknown');
  await context.close();
});

test('without a network it says that it could not look, and opens again from what it kept', options, async () => {
  const opening = await opened(`${SITE}/verify/index.html`);
  const { page, context } = opening;
  await page.evaluate(() => navigator.serviceWorker.ready);
  // What the page still fetches for itself must have come before the network goes.
  await page.reload({ waitUntil: 'networkidle' });
  await context.setOffline(true);
  const at = server.asked.length;
  await page.goto(`${SITE}/verify/`);
  const result = await uploaded(page, texts.revoked, 'offline');
  assert.equal(result.kind, 'good', 'the signature is all there is');
  assert.match(result.text, /Could not check whether it was cancelled: no network/);
  assert.equal(server.asked.length, at);
  await context.setOffline(false);
  await page.locator('#again').click();
  assert.match((await uploaded(page, texts.revoked)).text, /Not valid: cancelled/);
  await context.close();
});

test('a list that is not there is told, and cannot turn a card red', options, async () => {
  const { page, context } = await opened();
  const text = cardText(card({ status: { idx: 1, uri: `${SITE}/status/7` } }), key);
  const result = await uploaded(page, text, 'no-list');
  assert.equal(result.kind, 'good');
  assert.match(result.text, /the list was not found/);
  await context.close();
});

test('new keys come with the page, not out of the kept one', options, async () => {
  const { page, context } = await opened();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const newer = newKey('2027a');
  const path = join(site, 'verify/index.html');
  writeFileSync(path, verifierWith(jwksOf(key, newer)));
  await page.goto(`${SITE}/verify/`);
  assert.match(await page.locator('#about').innerText(), /2026a, 2027a/);
  assert.equal((await uploaded(page, cardText(card(), newer))).kind, 'good');
  await context.close();
});

test('the page can be installed', options, async () => {
  const { page, context } = await opened();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  assert.deepEqual([errors, url], [[], `${SITE}/verify/manifest.webmanifest`]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const ofTheTest = ['in-incognito', 'not-from-secure-origin']; // its window, and its certificate
  assert.deepEqual(installabilityErrors.filter((error) => !ofTheTest.includes(error.errorId)), []);
  await context.close();
});

test('it works from a file, by camera and by picture', options, async () => {
  const { page, context, complaints } = await opened(`file://${work}/verify.html`);
  for (const way of [scanned, uploaded]) {
    const result = await way(page, texts.valid, `file-${way.name}`);
    assert.equal(result.kind, 'good');
    assert.match(result.text, /Cannot check from here whether it was cancelled/);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a page without keys says so and offers nothing', options, async () => {
  writeFileSync(join(site, 'verify/bare.html'), verifierWith({ keys: [] }));
  const { page, context } = await opened(`${SITE}/verify/bare.html`);
  assert.match(await page.locator('#say').innerText(), /holds no keys/);
  assert.equal(await page.locator('#scan').isVisible(), false);
  await context.close();
});

test('all can be done from the keyboard', options, async () => {
  const { page, context } = await opened();
  writeFilm(film, withCode(blank, texts.valid));
  await page.locator('#scan').focus();
  await page.keyboard.press('Enter');
  assert.equal((await verdict(page)).kind, 'good');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'again');
  writeFilm(film, front);
  await page.keyboard.press('Enter');
  await page.locator('#view').waitFor();
  if (shots) await page.screenshot({ path: join(shots, 'camera.png') });
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'scan', 'the camera was stopped');
  if (shots) await page.screenshot({ path: join(shots, 'ways.png'), fullPage: true });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'file');
  await context.close();
});
