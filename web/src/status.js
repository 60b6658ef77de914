import { decodeCbor } from './cbor.js';
import { readSign1 } from './cose.js';
import { inflate, readAll } from './inflate.js';
import { signedByOneOf } from './keys.js';
import { CLOCK_LEEWAY } from './verify.js';

const SUB = 2, EXP = 4, IAT = 6, STATUS_LIST = 65533; // CWT claims of a Status List Token (IETF Token Status List)
const TYP = 'application/statuslist+cwt';
const LARGEST_LIST = 1024 * 1024; // a million cards, several times over
const PATIENCE_MS = 8000;

/**
 * Looks `place` ({ uri, index }) up in its status list, as { state, why, listed }: `good` or `revoked`, `listed` being when the
 * list was made (seconds since 1970); or `unchecked`, because of `elsewhere` (the list is not on this page's `origin`, and
 * nothing is asked of anybody else), `offline`, `no_list`, `bad_list` (not rightly signed, or not for this address) or
 * `old_list`. A card past the list's end is revoked: the list does not vouch for it.
 */
export async function checkStatus(place, keys, now, { origin, fetch }) {
  if (!isAt(origin, place.uri)) return { state: 'unchecked', why: 'elsewhere' };
  let answer;
  try {
    answer = await fetch(place.uri, {
      cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer',
      headers: { Accept: TYP }, signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return { state: 'unchecked', why: 'offline' };
  }
  if (!answer.ok) return { state: 'unchecked', why: 'no_list' };
  try {
    return await lookUp(await readAll(answer.body, LARGEST_LIST), place, keys, now);
  } catch {
    return { state: 'unchecked', why: 'bad_list' };
  }
}

async function lookUp(bytes, place, keys, now) {
  const bad = { state: 'unchecked', why: 'bad_list' };
  const message = readSign1(bytes);
  const candidates = keys.filter((key) => key.kid === message.kid);
  if (message.typ !== TYP || !(await signedByOneOf(candidates, message.signature, message.signed))) return bad;
  const claims = decodeCbor(message.payload);
  const list = claims.get(STATUS_LIST);
  const listed = claims.get(IAT);
  if (claims.get(SUB) !== place.uri || !(listed <= now + CLOCK_LEEWAY) || ![1, 2, 4, 8].includes(list.get('bits'))) return bad;
  if (claims.has(EXP) && !(now < claims.get(EXP))) return { state: 'unchecked', why: 'old_list', listed };
  const status = statusAt(await inflate(list.get('lst'), LARGEST_LIST), list.get('bits'), place.index);
  return { state: status === 0 ? 'good' : 'revoked', listed };
}

/** The status at a place of a list with 1, 2, 4 or 8 bits each, the lowest bits of a byte first; undefined past its end. */
export function statusAt(list, bits, index) {
  const each = 8 / bits;
  const byte = list[Math.floor(index / each)];
  return byte === undefined ? undefined : (byte >> ((index % each) * bits)) & ((1 << bits) - 1);
}

function isAt(origin, uri) {
  try {
    const { protocol, origin: theirs } = new URL(uri);
    return /^https?:$/.test(protocol) && theirs === origin;
  } catch {
    return false;
  }
}
