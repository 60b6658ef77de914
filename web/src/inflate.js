import { Unreadable } from './unreadable.js';

/** What a zlib stream (RFC 1950) holds, at most `limit` bytes; throws Unreadable for more, and for a broken stream. */
export async function inflate(bytes, limit) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return readAll(stream, limit).catch((error) => {
    throw error instanceof Unreadable ? error : new Unreadable('not a zlib stream');
  });
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
