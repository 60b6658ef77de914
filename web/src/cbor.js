// A strict reader of the part of CBOR (RFC 8949) that cards and status lists use.
import { Unreadable } from './unreadable.js';

const DEEPEST = 8;

export class Tagged {
  constructor(tag, value) {
    this.tag = tag;
    this.value = value;
  }
}

/**
 * The one value that `bytes` hold: numbers, strings, Uint8Array, arrays, Map, Tagged, true, false, null. Throws Unreadable for
 * anything else: floats, lengths and numbers not written as short as can be, indefinite lengths, a key twice or out of order,
 * bytes left over, numbers past 2^53, nesting deeper than 8.
 */
export function decodeCbor(bytes) {
  const reader = new Reader(bytes);
  const value = reader.item(0);
  if (reader.at !== bytes.length) throw new Unreadable('bytes after the end');
  return value;
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  take(count) {
    if (count > this.bytes.length - this.at) throw new Unreadable('cut off');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** The number that belongs to an item's first byte. */
  argument(low) {
    if (low < 24) return low;
    if (low > 27) throw new Unreadable('an indefinite or reserved length');
    const width = 1 << (low - 24);
    this.take(width);
    const start = this.at - width;
    const value =
      width === 1 ? this.view.getUint8(start)
      : width === 2 ? this.view.getUint16(start)
      : width === 4 ? this.view.getUint32(start)
      : Number(this.view.getBigUint64(start));
    const least = width === 1 ? 24 : 2 ** (width * 4);
    if (value < least) throw new Unreadable('a number longer than needed');
    if (value > Number.MAX_SAFE_INTEGER) throw new Unreadable('a number too large');
    return value;
  }

  item(depth) {
    if (depth > DEEPEST) throw new Unreadable('nested too deep');
    const [first] = this.take(1);
    const major = first >> 5;
    if (major === 7) return simple(first);
    const argument = this.argument(first & 31);
    switch (major) {
      case 0: return argument;
      case 1: return -1 - argument;
      case 2: return this.take(argument).slice();
      case 3: return text(this.take(argument));
      case 4: return this.array(argument, depth);
      case 5: return this.map(argument, depth);
      default: return new Tagged(argument, this.item(depth + 1));
    }
  }

  array(length, depth) {
    const items = [];
    for (let i = 0; i < length; ++i) items.push(this.item(depth + 1));
    return items;
  }

  map(length, depth) {
    const entries = new Map();
    let before = null;
    for (let i = 0; i < length; ++i) {
      const start = this.at;
      const key = this.item(depth + 1);
      if (typeof key !== 'number' && typeof key !== 'string') throw new Unreadable('a key of another kind');
      const written = this.bytes.subarray(start, this.at);
      if (before && !comesBefore(before, written)) throw new Unreadable('a key twice or out of order');
      before = written;
      entries.set(key, this.item(depth + 1));
    }
    return entries;
  }
}

/** Whether key `a` stands before key `b` in deterministic CBOR: byte by byte. */
function comesBefore(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); ++i) {
    if (a[i] !== b[i]) return a[i] < b[i];
  }
  return a.length < b.length;
}

function simple(first) {
  if (first === 0xf4) return false;
  if (first === 0xf5) return true;
  if (first === 0xf6) return null;
  throw new Unreadable('a float or another simple value');
}

function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('not UTF-8');
  }
}
