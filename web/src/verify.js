import { decodeBase45 } from './base45.js';
import { readClaims } from './claims.js';
import { readSign1 } from './cose.js';
import { inflate } from './inflate.js';
import { signedByOneOf } from './keys.js';
import { Unreadable } from './unreadable.js';

/** A card's code holds some hundred bytes. */
const LARGEST_CARD = 8 * 1024;
/** A card that was issued later than this in the future is not valid yet: its day may have begun where it was made. */
export const CLOCK_LEEWAY = 24 * 60 * 60;
const NOT_A_CARD = { outcome: 'unreadable', why: 'not_a_card' };

/**
 * What the text of a QR code is worth, at `now` (seconds since 1970), as { outcome, why, claims }:
 * `valid`, with claims; `invalid`, because of `unknown_key`, `altered`, `wrong_content` (rightly signed, but not as a card),
 * or, with claims, `expired` or `not_yet`; or `unreadable`, because it is `not_a_card`. Says nothing of cancelled cards: see
 * checkStatus.
 */
export async function verifyCard(text, keys, now) {
  const token = await orNull(async () => inflate(decodeBase45(text), LARGEST_CARD));
  return token ? verifyToken(token, keys, now) : NOT_A_CARD;
}

/** The same of the bytes of COSE_Sign1, which it takes as they are. */
export async function verifyToken(bytes, keys, now) {
  const message = await orNull(async () => readSign1(bytes));
  if (!message) return NOT_A_CARD;
  const candidates = keys.filter((key) => key.kid === message.kid);
  if (candidates.length === 0) return { outcome: 'invalid', why: 'unknown_key' };
  if (!(await signedByOneOf(candidates, message.signature, message.signed))) return { outcome: 'invalid', why: 'altered' };
  // A status list is signed with the same keys and must not pass for a card: a card has no typ.
  const claims = message.typ === undefined ? await orNull(async () => readClaims(message.payload, message.isTaggedCwt)) : null;
  if (!claims) return { outcome: 'invalid', why: 'wrong_content' };
  const why = faultOfTimes(claims, now);
  return why ? { outcome: 'invalid', why, claims } : { outcome: 'valid', claims };
}

async function orNull(read) {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function faultOfTimes({ expiresAt, notBefore, issuedAt }, now) {
  if (expiresAt !== undefined && now >= expiresAt) return 'expired';
  return issuedAt > now + CLOCK_LEEWAY || (notBefore !== undefined && now < notBefore) ? 'not_yet' : undefined;
}
