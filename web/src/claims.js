import { decodeCbor } from './cbor.js';
import { Unreadable } from './unreadable.js';

const ISS = 1, EXP = 4, NBF = 5, IAT = 6, CLAIM_169 = 169, STATUS = 65535; // CWT (RFC 8392, IANA)
const ID = 1, VERSION = 2, LANGUAGE = 3, FULL_NAME = 4, SECOND_NAME = 19, SECOND_LANGUAGE = 20, LOCATION = 21; // in claim 169
const LONGEST_TEXT = 400; // bytes
const LATEST_TIME = 253402300799; // the end of the year 9999

/**
 * What a card's payload says of its member, as { issuer, expiresAt, notBefore, issuedAt, cardNumber, version, language, name,
 * secondName, secondLanguage, location, status: { uri, index } }; times are seconds since 1970, what is not said is undefined.
 * Claim 169 is a map, or with `isTaggedCwt`, as MOSIP's own programs write it, a map in a byte string. Throws Unreadable where
 * something is of another kind.
 */
export function readClaims(payload, isTaggedCwt) {
  const cwt = decodeCbor(payload);
  if (!(cwt instanceof Map)) throw new Unreadable('no claims');
  const wrapped = cwt.get(CLAIM_169);
  const about = isTaggedCwt && wrapped instanceof Uint8Array ? decodeCbor(wrapped) : wrapped;
  if (!(about instanceof Map) || (isTaggedCwt && about === wrapped)) throw new Unreadable('claim 169 is of another kind');
  return {
    issuer: said(text(cwt, ISS)),
    expiresAt: time(cwt, EXP),
    notBefore: time(cwt, NBF),
    issuedAt: said(time(cwt, IAT)),
    cardNumber: said(text(about, ID)),
    version: text(about, VERSION),
    language: text(about, LANGUAGE),
    name: text(about, FULL_NAME),
    secondName: text(about, SECOND_NAME),
    secondLanguage: text(about, SECOND_LANGUAGE),
    location: text(about, LOCATION),
    status: statusPlace(cwt.get(STATUS)),
  };
}

function said(value) {
  if (value === undefined) throw new Unreadable('a claim is missing');
  return value;
}

function text(map, key) {
  const value = map.get(key);
  if (value === undefined) return undefined;
  const isGood = typeof value === 'string' && value !== '' && !/\p{Cc}/u.test(value);
  if (!isGood || new TextEncoder().encode(value).length > LONGEST_TEXT) throw new Unreadable('a claim is no text');
  return value;
}

function time(map, key) {
  const value = map.get(key);
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || value < 0 || value > LATEST_TIME) throw new Unreadable('a claim is no time');
  return value;
}

function statusPlace(status) {
  if (status === undefined) return undefined;
  const place = status instanceof Map ? status.get('status_list') : undefined;
  if (!(place instanceof Map)) throw new Unreadable('a status of another kind');
  const index = place.get('idx');
  if (typeof index !== 'number' || index < 0) throw new Unreadable('a status without a place');
  return { index, uri: said(text(place, 'uri')) };
}
