// Our page against libraries of other people: @auth0/cose (COSE), cbor2 (CBOR), base45, and MOSIP's own @mosip/pixelpass.
import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import pixelpass from '@mosip/pixelpass';
import base45 from 'base45';
import { decode } from 'cbor2';
import { decodeBase45 } from '../../src/base45.js';
import { readClaims } from '../../src/claims.js';
import { readSign1 } from '../../src/cose.js';
import { inflate } from '../../src/inflate.js';
import { readKeys } from '../../src/keys.js';
import { verifyCard } from '../../src/verify.js';
import { Algorithms, Headers, ProtectedHeaders, Sign1 } from '../support/cose.js';
import { SEPTEMBER, cardText, jwksOf, newKey, payloadOf, sunita } from '../support/maker.js';

const key = newKey();
const keys = readKeys(jwksOf(key));
const now = SEPTEMBER + 86400;
const strictly = { rejectDuplicateKeys: true, cde: true, preferMap: true };

test('a card signed by @auth0/cose and packed by pixelpass is valid', async () => {
  const header = new ProtectedHeaders([[Headers.Algorithm, Algorithms.EdDSA], [Headers.KeyID, new TextEncoder().encode(key.kid)]]);
  const message = await Sign1.sign(header, undefined, payloadOf(sunita), key.privateKey);
  const text = pixelpass.generateQRData(message.encode());
  const { outcome, claims } = await verifyCard(text, keys, now);
  assert.equal(outcome, 'valid');
  assert.equal(claims.secondName, 'सुनीता कुमारी यादव');
});

test('what a card says after pixelpass and base45 unpacked it is what our page says', async () => {
  const text = cardText(sunita, key);
  const bytes = new Uint8Array(inflateSync(base45.decode(text)));
  assert.deepEqual(bytes, await inflate(decodeBase45(text), 8192));
  const said = JSON.parse(pixelpass.decode(text));
  assert.ok(said, 'pixelpass reads it');
  const { tag, contents } = decode(bytes, strictly);
  assert.equal(tag, 18);
  const message = readSign1(bytes);
  assert.deepEqual([message.payload, message.signature], [contents[2], contents[3]]);
});

for (const form of ['standard', 'mosip']) {
  test(`@auth0/cose finds the signature of a ${form} card good, cbor2 reads the same claims`, async () => {
    const bytes = await inflate(decodeBase45(cardText(sunita, key, form)), 8192);
    const outer = decode(bytes, strictly);
    assert.equal(outer.tag, form === 'mosip' ? 61 : 18);
    const bare = form === 'mosip' ? bytes.subarray(2) : bytes;
    const message = Sign1.decode(Buffer.from(bare));
    await message.verify(createPublicKey({ key: key.jwk, format: 'jwk' }));
    assert.equal(new TextDecoder().decode(message.protectedHeaders.get(Headers.KeyID)), key.kid);
    const claims = decode(message.payload, strictly);
    const about = form === 'mosip' ? decode(claims.get(169), strictly) : claims.get(169);
    const ours = readClaims(message.payload, form === 'mosip');
    assert.deepEqual([ours.cardNumber, ours.name, ours.secondName], [about.get(1), about.get(4), about.get(19)]);
    assert.deepEqual([ours.issuer, ours.expiresAt, ours.issuedAt], [claims.get(1), claims.get(4), claims.get(6)]);
    assert.equal(claims.get(65535).get('status_list').get('idx'), ours.status.index);
  });
}

test('cbor2 in its strict mode and our reader refuse the same', async () => {
  const { decodeCbor } = await import('../../src/cbor.js');
  for (const hex of ['a201000100', 'a202000100', '1817', '5f4100ff', '0000', '62c328', '9affffffff']) {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    assert.throws(() => decode(bytes, { ...strictly, requirePreferred: true }), undefined, `cbor2: ${hex}`);
    assert.throws(() => decodeCbor(bytes), undefined, `ours: ${hex}`);
  }
});
