// Makes cards and status lists with libraries that other people wrote (cbor2, base45, Node's OpenSSL and zlib), so that nothing
// here shares a mistake with what it tests.
import { generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import base45 from 'base45';
import { encode, Tag } from 'cbor2';

globalThis.crypto ??= webcrypto; // Node.js 18 has it, but not where browsers have it

export const SEPTEMBER = 1_788_220_800; // 2026-09-01
export const ISSUER = 'https://cards.example.org';

export function newKey(kid = '2026a') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'EdDSA' } };
}

export const jwksOf = (...keys) => ({ keys: keys.map((key) => key.jwk) });

export const cbor = (value) => encode(value, { cde: true });
const bytesOf = (text) => new TextEncoder().encode(text);

/** COSE_Sign1 of `payload` (bytes). `header` may add to the protected header or take from it. */
export function sign1(payload, key, { header = {}, loose = new Map(), tagged = (message) => new Tag(18, message) } = {}) {
  const entries = { 1: -8, 4: bytesOf(key.kid), ...header };
  const guarded = cbor(new Map(Object.entries(entries).filter(([, v]) => v !== undefined).map(([k, v]) => [Number(k), v])));
  const signature = sign(null, cbor(['Signature1', guarded, new Uint8Array(), payload]), key.privateKey);
  return cbor(tagged([guarded, loose, payload, new Uint8Array(signature)]));
}

export const sunita = {
  issuer: ISSUER, issuedAt: SEPTEMBER, expiresAt: SEPTEMBER + 5 * 365 * 86400,
  about: [[1, 'PCN-001-000002-4'], [2, '1'], [3, 'hin'], [4, 'Sunita Kumari Yadav'], [19, 'सुनीता कुमारी यादव'], [20, 'hin'], [21, '157']],
  status: { idx: 4711, uri: `${ISSUER}/status/1` },
};

export function payloadOf(card, form = 'standard') {
  const about = new Map(card.about);
  return cbor(new Map([
    [1, card.issuer], [4, card.expiresAt], [5, card.notBefore], [6, card.issuedAt],
    [169, form === 'mosip' ? cbor(about) : about],
    [65535, card.status && new Map([['status_list', new Map(Object.entries(card.status))]])],
  ].filter(([, value]) => value !== undefined)));
}

/** A card's COSE bytes; `form` is "standard" or "mosip". */
export function tokenOf(card, key, form = 'standard') {
  return form === 'mosip'
    ? sign1(payloadOf(card, form), key, { tagged: (message) => new Tag(61, new Tag(18, message)) })
    : sign1(payloadOf(card, form), key);
}

export const toText = (bytes) => base45.encode(deflateSync(bytes, { level: 9 }));

export const cardText = (card, key, form) => toText(tokenOf(card, key, form));

/** A signed status list of one bit a card, with `revoked` places set. */
export function statusList({ uri, revoked = [], places = 1 << 20, issuedAt = SEPTEMBER, expiresAt, bits = 1 }, key, header = {}) {
  const list = new Uint8Array((places * bits) / 8);
  for (const index of revoked) list[Math.floor((index * bits) / 8)] |= 1 << ((index * bits) % 8);
  const claims = new Map([
    [2, uri], [4, expiresAt], [6, issuedAt], [65533, new Map([['bits', bits], ['lst', new Uint8Array(deflateSync(list))]])],
  ].filter(([, value]) => value !== undefined));
  return sign1(cbor(claims), key, { header: { 16: 'application/statuslist+cwt', ...header } });
}
