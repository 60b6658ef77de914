import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Tag } from 'cbor2';
import { readKeys } from '../../src/keys.js';
import { verifyCard, verifyToken } from '../../src/verify.js';
import { SEPTEMBER, cardText, cbor, jwksOf, newKey, payloadOf, sign1, sunita, toText, tokenOf } from '../support/maker.js';

const now = SEPTEMBER + 86400;
let key, keys;
before(() => {
  key = newKey();
  keys = readKeys(jwksOf(newKey('2025a'), key));
});

const verdict = async (text, at = now) => (await verifyCard(text, keys, at)).why ?? 'valid';
const of = (card, form) => verdict(cardText({ ...sunita, ...card }, key, form));

for (const form of ['standard', 'mosip']) {
  test(`a good card of the ${form} form is valid and says whose it is`, async () => {
    const { outcome, claims } = await verifyCard(cardText(sunita, key, form), keys, now);
    assert.equal(outcome, 'valid');
    assert.deepEqual(claims, {
      issuer: 'https://cards.example.org', expiresAt: sunita.expiresAt, notBefore: undefined, issuedAt: SEPTEMBER,
      cardNumber: 'PCN-001-000002-4', version: '1', language: 'hin', name: 'Sunita Kumari Yadav', secondName: 'सुनीता कुमारी यादव',
      secondLanguage: 'hin', location: '157', status: { uri: 'https://cards.example.org/status/1', index: 4711 },
    });
  });

  test(`no bit of a token of the ${form} form can be turned`, async () => {
    const token = tokenOf(sunita, key, form);
    assert.equal((await verifyToken(token, keys, now)).outcome, 'valid');
    for (let bit = 0; bit < token.length * 8; ++bit) {
      const turned = Uint8Array.from(token);
      turned[bit >> 3] ^= 1 << (bit & 7);
      const { outcome } = await verifyToken(turned, keys, now);
      assert.notEqual(outcome, 'valid', `bit ${bit}`);
    }
  });
}

test('a code with one other character is not valid', async () => {
  const text = cardText(sunita, key);
  for (let at = 0; at < text.length; ++at) {
    const turned = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    assert.notEqual((await verifyCard(turned, keys, now)).outcome, 'valid', `character ${at}`);
  }
});

test('a name that was changed after signing is found', async () => {
  const token = Buffer.from(tokenOf(sunita, key));
  token.write('Babita', token.indexOf('Sunita'));
  assert.equal(await verdict(toText(token)), 'altered');
});

test('a card signed with a key that is not ours is not valid', async () => {
  assert.equal(await verdict(cardText(sunita, newKey('2030z'))), 'unknown_key');
  assert.equal(await verdict(cardText(sunita, newKey('2026a'))), 'altered', 'another key under our name');
  assert.equal((await verifyCard(cardText(sunita, key), [], now)).why, 'unknown_key');
});

test('a card counts from its day until its last second', async () => {
  const text = cardText(sunita, key);
  assert.equal(await verdict(text, sunita.expiresAt - 1), 'valid');
  assert.equal(await verdict(text, sunita.expiresAt), 'expired');
  assert.equal(await verdict(text, SEPTEMBER - 86400), 'valid', 'the day has begun somewhere');
  assert.equal(await verdict(text, SEPTEMBER - 86401), 'not_yet');
  assert.equal(await of({ notBefore: now + 1 }), 'not_yet');
  assert.equal(await of({ expiresAt: undefined, status: undefined }), 'valid');
});

test('an expired card says whose it was, an altered one nothing', async () => {
  assert.equal((await verifyCard(cardText(sunita, key), keys, sunita.expiresAt)).claims.name, 'Sunita Kumari Yadav');
  assert.equal((await verifyCard(cardText(sunita, newKey()), keys, now)).claims, undefined);
});

test('what is rightly signed but no card is not valid', async () => {
  const sent = (payload, how) => verdict(toText(sign1(payload, key, how)));
  assert.equal(await sent(cbor(new Map([[1, 'x'], [6, SEPTEMBER]]))), 'wrong_content', 'no claim 169');
  assert.equal(await sent(cbor(['a card'])), 'wrong_content');
  assert.equal(await sent(payloadOf(sunita), { header: { 16: 'application/statuslist+cwt' } }), 'wrong_content', 'signed as a list');
  assert.equal(await sent(payloadOf(sunita, 'mosip')), 'wrong_content', 'the other wrapper');
  assert.equal(await of({ about: [[4, 'No Number']] }), 'wrong_content');
  assert.equal(await of({ about: [[1, 'N\u0007'], [4, 'X']] }), 'wrong_content', 'a control character');
  assert.equal(await of({ about: [[1, 'N'], [4, 'x'.repeat(401)]] }), 'wrong_content');
  assert.equal(await of({ about: [[1, 7]] }), 'wrong_content');
  assert.equal(await of({ issuedAt: -1 }), 'wrong_content');
  assert.equal(await of({ expiresAt: 253402300800 }), 'wrong_content');
  assert.equal(await of({ status: { idx: -1, uri: 'x' } }), 'wrong_content');
});

test('another algorithm, a header nobody signed and unknown demands are unreadable', async () => {
  const sent = (how) => verdict(toText(sign1(payloadOf(sunita), key, how)));
  assert.equal(await sent({ header: { 1: -7 } }), 'not_a_card');
  assert.equal(await sent({ header: { 1: undefined } }), 'not_a_card');
  assert.equal(await sent({ header: { 2: [99], 99: 1 } }), 'not_a_card');
  assert.equal(await sent({ header: { 4: undefined }, loose: new Map([[4, new TextEncoder().encode('2026a')]]) }), 'not_a_card');
  assert.equal(await sent({ loose: new Map([[33, 1]]) }), 'not_a_card');
  assert.equal(await sent({ tagged: (message) => message }), 'not_a_card', 'no tag');
  assert.equal(await sent({ tagged: (message) => new Tag(98, message) }), 'not_a_card', 'COSE_Sign');
});

test('other people’s codes are unreadable', async () => {
  for (const text of ['https://cards.example.org/v/PCN-001-000002-4', 'UPI://PAY?PA=X', '', ' ', '6BF', toText(Buffer.from('hello')), toText(Buffer.alloc(9000))]) {
    assert.equal(await verdict(text), 'not_a_card', text.slice(0, 20));
  }
});
