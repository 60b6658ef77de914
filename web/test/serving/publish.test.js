// packaging/publish-site with the real rclone and a store on loopback.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { jwksOf, newKey } from '../support/maker.js';
import { writeCard, writeSite } from '../support/site.js';
import { source } from '../support/source.js';
import { startStore } from '../support/store.js';

const options = { skip: !existsSync('/usr/bin/rclone') && 'no rclone' };
const [sunita, ramesh] = ['Zx0bD1hQy4mKf9sLw2VnTg', 'Aa0bD1hQy4mKf9sLw2VnTg'];
const pictures = [['front.png', 'front'], ['back.png', 'back'], ['share.jpg', 'both'], ['card.pdf', 'card']];
let work, site, store;

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'pehchan-store-'));
  site = join(work, 'site');
  writeSite(site, jwksOf(newKey()));
  for (const token of [sunita, ramesh]) writeCard(site, token, { name: 'X' }, pictures);
  mkdirSync(join(site, '.well-known'));
  for (const file of ['status/1', 'robots.txt', '.well-known/jwks.json', '.well-known/cose-keys.cbor']) writeFileSync(join(site, file), file);
  mkdirSync(join(site, '.part/half'), { recursive: true });
  for (const file of ['.part/half/front.png', '.lock', '.organisation', 'c/.directory']) writeFileSync(join(site, file), 'not for the world');
  store = await startStore();
});

afterEach(async () => {
  await store.close();
  rmSync(work, { recursive: true });
});

/** Resolves to { code, stderr }; `asked` of the store is what this run changed. */
function publish(environment = {}) {
  store.asked.length = 0;
  const env = {
    PATH: process.env.PATH, HOME: work, RCLONE_CONFIG_STORE_TYPE: 's3', RCLONE_CONFIG_STORE_PROVIDER: 'Other',
    RCLONE_CONFIG_STORE_ENDPOINT: `http://127.0.0.1:${store.port}`, RCLONE_CONFIG_STORE_ACCESS_KEY_ID: 'anybody',
    RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: 'anything', RCLONE_RETRIES: '1', RCLONE_LOW_LEVEL_RETRIES: '1', ...environment,
  };
  return new Promise((resolve) => {
    execFile(join(source, 'packaging/publish-site'), [site, 'store:office/cards'], { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stderr });
    });
  });
}

async function published(environment) {
  const { code, stderr } = await publish(environment);
  assert.equal(code, 0, stderr);
}

function filesIn(folder, path = '') {
  return readdirSync(join(folder, path), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(folder, `${path}${entry.name}/`) : [path + entry.name])).sort();
}

const forTheWorld = () => filesIn(site).filter((file) => !/(^|\/)\.(?!well-known\/)/.test(file));
const stored = () => [...store.objects.keys()].filter((name) => name.startsWith('office/cards/')).map((name) => name.slice(13)).sort();
const kindOf = (file) => store.objects.get(`office/cards/${file}`).headers['content-type'];

test('a store gets every file but hidden ones, byte for byte and as its kind, status lists after cards', options, async () => {
  await published();
  assert.deepEqual(stored(), forTheWorld());
  for (const file of stored()) assert.deepEqual(store.objects.get(`office/cards/${file}`).body, readFileSync(join(site, file)), file);
  const kinds = {
    [`c/${sunita}/index.html`]: /^text\/html/, [`c/${sunita}/front.png`]: /^image\/png$/, [`c/${sunita}/card.pdf`]: /^application\/pdf$/,
    'verify/manifest.webmanifest': /^application\/manifest\+json$/, '.well-known/jwks.json': /^application\/jwk-set\+json$/,
    '.well-known/cose-keys.cbor': /^application\/cose-key-set$/, 'status/1': /^application\/statuslist\+cwt$/,
  };
  for (const [file, kind] of Object.entries(kinds)) assert.match(kindOf(file), kind, file);
  assert.equal(store.objects.get('office/cards/status/1').headers['cache-control'], 'max-age=300');
  assert.equal(store.objects.get(`office/cards/c/${sunita}/index.html`).headers['cache-control'], 'no-cache');
  assert.equal(store.asked.at(-1), 'PUT office/cards/status/1');
  assert.equal(store.asked.length, forTheWorld().length, 'each once');
});

test('a store that has everything is sent nothing', options, async () => {
  await published();
  await published();
  assert.deepEqual(store.asked, []);
});

test('a void card leaves its tombstone in the store, first that, its pictures last and nothing else', options, async () => {
  store.objects.set('office/letters/1.txt', { body: Buffer.from('not ours'), headers: {} });
  await published();
  rmSync(join(site, 'c', sunita), { recursive: true });
  writeCard(site, sunita, { card_no: 'PCN-001-000002-4' }, [], 'void');
  writeFileSync(join(site, 'status/1'), 'one more is cancelled');
  await published();
  const at = `office/cards/c/${sunita}`;
  assert.deepEqual(store.asked.slice(0, 2), [`PUT ${at}/index.html`, 'PUT office/cards/status/1']);
  assert.deepEqual(store.asked.slice(2).sort(), pictures.map(([file]) => `DELETE ${at}/${file}`).sort());
  assert.deepEqual(stored(), forTheWorld());
  assert.deepEqual(store.objects.get(`${at}/index.html`).body, readFileSync(join(site, 'c', sunita, 'index.html')));
  assert.ok(store.objects.has('office/letters/1.txt'));
});

test('what is no site of digital cards is not published', options, async () => {
  rmSync(join(site, 'verify/index.html'));
  const { code, stderr } = await publish();
  assert.equal(code, 65);
  assert.match(stderr, /is no site of digital cards/);
  assert.equal(store.objects.size, 0);
});

test('a site that lost more files than may go takes nothing out of the store', options, async () => {
  await published();
  const before = stored();
  rmSync(join(site, 'c'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'half a site');
  const { code, stderr } = await publish({ MAX_DELETE: '10' });
  assert.equal(code, 65);
  assert.match(stderr, /more than 10 files .* MAX_DELETE/);
  assert.deepEqual(store.asked, []);
  assert.deepEqual(stored(), before);
  await published({ MAX_DELETE: '11' });
  assert.deepEqual(stored(), forTheWorld());
});
