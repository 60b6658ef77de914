// The codes that our own program signed (tests/corpus/credentials), read by the page and by libraries of other people.
import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { constants, createDeflate, deflateSync, inflateSync } from 'node:zlib';
import pixelpass from '@mosip/pixelpass';
import base45 from 'base45';
import { decode } from 'cbor2';
import { readKeys } from '../../src/keys.js';
import { checkStatus } from '../../src/status.js';
import { verifyCard, verifyToken } from '../../src/verify.js';
import { Headers, Sign1 } from '../support/cose.js';
import { source } from '../support/source.js';

const folder = join(source, 'tests/corpus/credentials');
const read = (name) => readFileSync(join(folder, name));
const cases = JSON.parse(read('cases.json'));
const jwks = JSON.parse(read('keys/jwks.json'));
const keys = readKeys(jwks);
const textOf = ({ file }) => read(file).toString().replace(/\n$/, '');
const strictly = { rejectDuplicateKeys: true, cde: true, preferMap: true };
const origin = 'https://cards.example.org';

/** What `pehchan verify` calls what the page found. */
const NAMES = {
  altered: 'bad_signature', not_yet: 'not_yet_valid', not_a_card: 'unreadable', no_list: 'unknown_status', bad_list: 'unknown_status',
};

async function fetchFromCorpus(uri) {
  const path = join(folder, new URL(uri).pathname);
  return existsSync(path) ? new Response(readFileSync(path)) : new Response('', { status: 404 });
}

async function verdict(text, at) {
  const { outcome, why, claims } = await verifyCard(text, keys, at);
  if (outcome !== 'valid' || !claims.status) return NAMES[why] ?? why ?? 'valid';
  const status = await checkStatus(claims.status, keys, at, { origin, fetch: fetchFromCorpus });
  return { good: 'valid', revoked: 'revoked' }[status.state] ?? NAMES[status.why] ?? status.why;
}

/** pixelpass 0.6.0 cannot unpack a block that zlib did not compress: it hands pako an array, which has no subarray(). */
const isStored = (packed) => (packed[2] & 0b110) === 0;

for (const sample of cases) {
  test(`${sample.file} is ${sample.result}: ${sample.why}`, async () => {
    assert.equal(await verdict(textOf(sample), Date.parse(sample.at) / 1000), sample.result);
  });
}

test('a list past its time is no answer', async () => {
  const place = { uri: `${origin}/status/1`, index: 0 };
  const fetch = async () => new Response(read('status/expired'));
  assert.equal((await checkStatus(place, keys, Date.parse('2026-12-15') / 1000, { origin, fetch })).why, 'old_list');
});

for (const sample of cases.filter(({ result }) => ['valid', 'revoked', 'expired', 'unknown_status'].includes(result))) {
  test(`${sample.file} is read by base45, pixelpass, cbor2 in its strict mode and @auth0/cose`, async () => {
    const text = textOf(sample);
    assert.equal(text, text.trim(), 'no reader can trim it');
    const packed = base45.decode(text);
    const bytes = inflateSync(packed);
    if (!isStored(packed)) assert.ok(JSON.parse(pixelpass.decode(text)), 'pixelpass');
    const outer = decode(bytes, strictly);
    const isMosip = outer.tag === 61;
    assert.equal((isMosip ? outer.contents : outer).tag, 18);
    const message = Sign1.decode(isMosip ? bytes.subarray(2) : bytes);
    const kid = new TextDecoder().decode(message.protectedHeaders.get(Headers.KeyID));
    await message.verify(createPublicKey({ key: jwks.keys.find((key) => key.kid === kid), format: 'jwk' }));
    const theirs = decode(message.payload, strictly);
    const about = isMosip ? decode(theirs.get(169), strictly) : theirs.get(169);
    const { claims } = await verifyCard(text, keys, Date.parse(sample.at) / 1000);
    assert.deepEqual(
      [claims.issuer, claims.expiresAt, claims.issuedAt, claims.cardNumber, claims.version, claims.language, claims.name, claims.secondName],
      [theirs.get(1), theirs.get(4), theirs.get(6), about.get(1), about.get(2), about.get(3), about.get(4), about.get(19)],
    );
  });
}

test('pixelpass reads a full card of either form', () => {
  for (const file of ['standard.txt', 'mosip.txt']) {
    const text = textOf({ file });
    assert.equal(isStored(base45.decode(text)), false);
    assert.match(pixelpass.decode(text), /"tag":/);
  }
});

test('a status list is read by cbor2 and @auth0/cose', async () => {
  const message = Sign1.decode(read('status/1'));
  await message.verify(createPublicKey({ key: jwks.keys.find(({ kid }) => kid === '2026a'), format: 'jwk' }));
  const claims = decode(message.payload, strictly);
  assert.equal(claims.get(2), `${origin}/status/1`);
  assert.equal(inflateSync(claims.get(65533).get('lst')).length, (1 << 20) / 8);
});

/** What other people’s programs may make of the same bytes, as [how, bytes]. */
async function packings(token) {
  const inHalves = async (options, flush) => {
    const packer = createDeflate(options);
    packer.write(token.subarray(0, token.length / 2));
    packer.flush(flush);
    packer.end(token.subarray(token.length / 2));
    return buffer(packer);
  };
  return [
    ['stored', deflateSync(token, { level: 0 })],
    ['in three blocks', await inHalves({ level: 9 }, constants.Z_SYNC_FLUSH)],
    ['stored in three blocks', await inHalves({ level: 0 }, constants.Z_SYNC_FLUSH)],
  ];
}

/** The bits of `bytes`, as "byte.bit", each of which can be turned without that `verify` refuses the card. */
async function turnableBits(bytes, verify) {
  const found = [];
  const isGood = async (tried) => (await verify(tried, keys, Date.parse('2026-12-15') / 1000)).outcome === 'valid';
  assert.ok(await isGood(bytes));
  for (let bit = 0; bit < bytes.length * 8; ++bit) {
    const turned = Uint8Array.from(bytes);
    turned[bit >> 3] ^= 1 << (bit & 7);
    if (await isGood(turned)) found.push(`${bit >> 3}.${bit & 7}`);
  }
  return found;
}

const verifyPacked = (bytes, ...rest) => verifyCard(base45.encode(bytes), ...rest);

test('no bit of our program’s tokens can be turned', async () => {
  for (const file of ['standard.txt', 'mosip.txt']) {
    assert.deepEqual(await turnableBits(inflateSync(base45.decode(textOf({ file }))), verifyToken), [], file);
  }
});

test('no bit of what lies in a code can be turned, also none without a use', async () => {
  for (const file of ['standard.txt', 'mosip.txt', 'old-key.txt', 'least.txt']) {
    assert.deepEqual(await turnableBits(base45.decode(textOf({ file })), verifyPacked), [], file);
  }
});

test('nor can one where another program packed it', async () => {
  for (const [how, bytes] of await packings(inflateSync(base45.decode(textOf({ file: 'standard.txt' }))))) {
    assert.deepEqual(await turnableBits(bytes, verifyPacked), [], how);
  }
});
