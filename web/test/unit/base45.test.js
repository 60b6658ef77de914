import assert from 'node:assert/strict';
import { test } from 'node:test';
import base45 from 'base45';
import { LONGEST_TEXT, decodeBase45 } from '../../src/base45.js';
import { Unreadable } from '../../src/unreadable.js';

const said = (text) => new TextDecoder().decode(decodeBase45(text));

test('reads the examples of RFC 9285', () => {
  assert.equal(said('BB8'), 'AB');
  assert.equal(said('%69 VD92EX0'), 'Hello!!');
  assert.equal(said('UJCLQE7W581'), 'base-45');
  assert.equal(said('QED8WEX0'), 'ietf!');
});

test('reads what another library writes, of every length and byte', () => {
  for (let length = 1; length < 260; ++length) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff);
    assert.deepEqual(decodeBase45(base45.encode(bytes)), bytes);
  }
});

test('refuses what is no Base45', () => {
  for (const text of ['', 'A', 'ABCD', 'AB!', 'ab8', 'GGW', ':::', '::', 'BB8\n', 'é08', '0'.repeat(LONGEST_TEXT + 3)]) {
    assert.throws(() => decodeBase45(text), Unreadable, text.slice(0, 10));
  }
});
