import { Tagged, decodeCbor } from './cbor.js';
import { Unreadable } from './unreadable.js';

const ALG = 1, CRIT = 2, KID = 4, TYP = 16; // header parameters (RFC 9052, RFC 9596)
const EDDSA = -8;

/**
 * What a COSE_Sign1 (RFC 9052; tag 18, and tag 61 around it or not) says of itself, before its signature was checked:
 * { kid, typ, payload, signature, signed, isTaggedCwt }, where `signed` are the bytes that the signature is over. Throws
 * Unreadable.
 */
export function readSign1(bytes) {
  const outer = decodeCbor(bytes);
  const isTaggedCwt = outer instanceof Tagged && outer.tag === 61;
  const message = isTaggedCwt ? outer.value : outer;
  if (!(message instanceof Tagged) || message.tag !== 18) throw new Unreadable('not a COSE_Sign1');
  const parts = message.value;
  if (!Array.isArray(parts) || parts.length !== 4) throw new Unreadable('not four parts');
  const [guarded, loose, payload, signature] = parts;
  if (![guarded, payload, signature].every((part) => part instanceof Uint8Array)) throw new Unreadable('not bytes');
  const header = decodeCbor(guarded);
  if (!(header instanceof Map) || !(loose instanceof Map)) throw new Unreadable('no headers');
  if (header.get(ALG) !== EDDSA || header.has(CRIT)) throw new Unreadable('signed in another way');
  if (signature.length !== 64) throw new Unreadable('not an Ed25519 signature');
  if (loose.size > 0) throw new Unreadable('a header that is not signed');
  const [kid, typ] = [header.get(KID), header.get(TYP)];
  if (!(kid instanceof Uint8Array)) throw new Unreadable('no key named');
  const signed = signedBytes(guarded, payload);
  return { kid: new TextDecoder().decode(kid), typ, payload, signature, signed, isTaggedCwt };
}

/** Sig_structure: ["Signature1", protected header, no external data, payload]. */
function signedBytes(guarded, payload) {
  const label = new TextEncoder().encode('Signature1');
  return join([Uint8Array.of(0x84, 0x60 | label.length), label, bytesHead(guarded.length), guarded, bytesHead(0),
    bytesHead(payload.length), payload]);
}

function bytesHead(length) {
  if (length < 24) return Uint8Array.of(0x40 | length);
  if (length < 0x100) return Uint8Array.of(0x58, length);
  if (length < 0x10000) return Uint8Array.of(0x59, length >> 8, length & 0xff);
  return Uint8Array.of(0x5a, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff);
}

function join(parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
