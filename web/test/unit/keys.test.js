import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sign } from 'node:crypto';
import { readKeys, signedByOneOf } from '../../src/keys.js';
import { jwksOf, newKey } from '../support/maker.js';

test('keys of other kinds and broken ones are passed over', () => {
  const good = newKey().jwk;
  const others = [
    {}, { ...good, kty: 'EC' }, { ...good, crv: 'X25519' }, { ...good, kid: 5 }, { ...good, x: 'AAAA' }, { ...good, x: '!!' }, { ...good, x: undefined },
  ];
  assert.deepEqual(readKeys({ keys: [...others, good] }).map((key) => key.kid), ['2026a']);
  for (const nothing of [null, {}, { keys: [] }]) assert.deepEqual(readKeys(nothing), []);
});

test('a browser without Ed25519 of its own gives the same answers', async (t) => {
  const key = newKey();
  const keys = readKeys(jwksOf(key));
  const words = new TextEncoder().encode('a card');
  const signature = new Uint8Array(sign(null, words, key.privateKey));
  t.mock.method(crypto.subtle, 'importKey', async () => {
    throw new DOMException('Unrecognized name.', 'NotSupportedError');
  });
  assert.equal(await signedByOneOf(keys, signature, words), true);
  for (let bit = 0; bit < 512; bit += 5) {
    const turned = Uint8Array.from(signature);
    turned[bit >> 3] ^= 1 << (bit & 7);
    assert.equal(await signedByOneOf(keys, turned, words), false, `bit ${bit}`);
  }
  assert.equal(await signedByOneOf(readKeys(jwksOf(newKey())), signature, words), false);
  const one = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0));
  const fitsAll = Uint8Array.from([...one, ...new Uint8Array(32)]);
  assert.equal(await signedByOneOf([{ kid: 'weak', x: one }], fitsAll, words), false, 'a key of small order');
});
