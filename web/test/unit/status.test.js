import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKeys } from '../../src/keys.js';
import { checkStatus, statusAt } from '../../src/status.js';
import { ISSUER, SEPTEMBER, jwksOf, newKey, statusList } from '../support/maker.js';

const key = newKey();
const keys = readKeys(jwksOf(key));
const now = SEPTEMBER + 86400;
const uri = `${ISSUER}/status/1`;
const serving = (bytes, status = 200) => async () => new Response(bytes, { status });
const look = (fetch, { index = 4711, at = uri, origin = ISSUER } = {}) => checkStatus({ uri: at, index }, keys, now, { origin, fetch });
const listed = (list, header, by = key) => serving(statusList({ uri, ...list }, by, header));

test('a card is good or revoked as its list says', async () => {
  const fetch = listed({ revoked: [4711, 0, 1048575] });
  for (const index of [4711, 0, 1048575]) assert.deepEqual(await look(fetch, { index }), { state: 'revoked', listed: SEPTEMBER });
  for (const index of [4710, 4712, 1, 7, 8]) assert.deepEqual(await look(fetch, { index }), { state: 'good', listed: SEPTEMBER });
  assert.equal((await look(fetch, { index: 1048576 })).state, 'revoked', 'past its end');
});

test('lists of two bits a card are read, too', async () => {
  const fetch = listed({ revoked: [5], bits: 2, places: 16 });
  assert.equal((await look(fetch, { index: 5 })).state, 'revoked');
  assert.equal((await look(fetch, { index: 4 })).state, 'good');
  assert.deepEqual([0, 1, 2, 3].map((index) => statusAt(Uint8Array.of(0b11100100), 2, index)), [0, 1, 2, 3]);
});

test('the published example of the draft is read as it says', () => {
  const list = Uint8Array.of(0xb9, 0xa3);
  assert.deepEqual(Array.from({ length: 16 }, (_, i) => statusAt(list, 1, i)), [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
});

test('nothing is asked of another site', async () => {
  const never = async () => assert.fail('a request');
  for (const at of ['https://other.example/status/1', 'http://cards.example.org/status/1', `${ISSUER}:8443/status/1`, 'file:///status/1',
    'data:,x', 'status/1', `${ISSUER}@other.example/status/1`]) {
    assert.deepEqual(await look(never, { at }), { state: 'unchecked', why: 'elsewhere' }, at);
  }
  assert.equal((await look(never, { origin: 'null' })).why, 'elsewhere', 'a page opened from a file');
});

test('a list that cannot be had or trusted is no answer', async () => {
  const why = async (...how) => (await look(...how)).why;
  assert.equal(await why(async () => { throw new TypeError('failed'); }), 'offline');
  assert.equal(await why(serving('', 404)), 'no_list');
  assert.equal(await why(serving('<html>a portal</html>')), 'bad_list');
  assert.equal(await why(serving(Buffer.alloc(5 * 1024 * 1024))), 'bad_list', 'too large');
  assert.equal(await why(listed({ uri: `${ISSUER}/status/2` })), 'bad_list', 'of another address');
  assert.equal(await why(listed({}, {}, newKey())), 'bad_list', 'signed by somebody else');
  assert.equal(await why(listed({}, { 16: undefined })), 'bad_list', 'not signed as a list');
  assert.equal(await why(listed({ issuedAt: now + 86401 })), 'bad_list', 'from the future');
  assert.equal(await why(listed({ bits: 3, places: 8 })), 'bad_list');
  assert.equal(await why(listed({ places: 16 * 1024 * 1024 })), 'bad_list', 'a bomb');
  assert.equal(await why(listed({ expiresAt: now })), 'old_list');
  assert.equal(await why(listed({ expiresAt: now + 1 })), undefined);
});
