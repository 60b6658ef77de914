import { Unreadable } from './unreadable.js';

/**
 * What a zlib stream (RFC 1950) holds, at most `limit` bytes; throws Unreadable for more, for a broken stream, and for one
 * whose unused bits are not all zero.
 */
export async function inflate(bytes, limit) {
  const held = await unpack(bytes, limit);
  for (const at of endsOfUnusedBits(bytes)) {
    if (bytes[at] && (await isUnused(highestBit(bytes[at]), at, bytes, held))) throw new Unreadable('a bit without a use is set');
  }
  return held;
}

function unpack(bytes, limit) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return readAll(stream, limit).catch((error) => {
    throw error instanceof Unreadable ? error : new Unreadable('not a zlib stream');
  });
}

/**
 * Which bytes may have unused bits, always their high ones: the one before the checksum, and one before a stored block, which
 * begins with its length, and that again with all bits turned.
 */
function* endsOfUnusedBits(bytes) {
  const checksum = bytes.length - 4;
  for (let at = 2; at + 5 <= checksum; ++at) {
    const length = bytes[at + 1] | (bytes[at + 2] << 8);
    const turned = bytes[at + 3] | (bytes[at + 4] << 8);
    if ((length ^ turned) === 0xffff && at + 5 + length <= checksum) yield at;
  }
  yield checksum - 1;
}

const highestBit = (byte) => 0x80 >> (Math.clz32(byte) - 24);

/** Whether the stream holds the same without that bit: DecompressionStream itself passes over unused bits. */
async function isUnused(bit, at, bytes, held) {
  const without = Uint8Array.from(bytes);
  without[at] ^= bit;
  const same = await unpack(without, held.length).catch(() => undefined);
  return same?.length === held.length && same.every((byte, i) => byte === held[i]);
}

/** All bytes of a stream; stops with Unreadable as soon as there are more than `limit`. */
export async function readAll(stream, limit) {
  const reader = stream.getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new Unreadable('more bytes than allowed');
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
