import { Unreadable } from './unreadable.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** More characters than the largest QR code holds. */
export const LONGEST_TEXT = 4296;

/** The bytes of a Base45 text (RFC 9285); throws Unreadable. */
export function decodeBase45(text) {
  if (text.length === 0 || text.length > LONGEST_TEXT) throw new Unreadable('not a length of ours');
  if (text.length % 3 === 1) throw new Unreadable('a lone character at the end');
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const digits = [...text.slice(i, i + 3)].map((c) => ALPHABET.indexOf(c));
    if (digits.includes(-1)) throw new Unreadable('a character that Base45 has not');
    const [c, d, e = 0] = digits;
    const value = c + d * 45 + e * 2025;
    if (value > (digits.length === 3 ? 0xffff : 0xff)) throw new Unreadable('a group that is too large');
    if (digits.length === 3) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}
