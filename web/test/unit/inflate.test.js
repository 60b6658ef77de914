import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { inflate } from '../../src/inflate.js';
import { Unreadable } from '../../src/unreadable.js';

test('gives back what was packed, up to the limit', async () => {
  const bytes = new Uint8Array(1000).fill(7);
  assert.deepEqual(await inflate(deflateSync(bytes), 1000), bytes);
  await assert.rejects(inflate(deflateSync(bytes), 999), Unreadable);
});

test('stops a bomb early', async () => {
  const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  const before = process.memoryUsage().rss;
  await assert.rejects(inflate(bomb, 8192), Unreadable);
  assert.ok(process.memoryUsage().rss - before < 50 * 1024 * 1024);
});

test('refuses broken streams, cut ones and those of another kind', async () => {
  const whole = deflateSync(Buffer.from('a card says who somebody is'));
  for (let end = 0; end < whole.length; ++end) await assert.rejects(inflate(whole.subarray(0, end), 100), Unreadable, `${end}`);
  for (const other of [gzipSync('x'), deflateRawSync('x'), Buffer.from('plain'), deflateSync('x', { dictionary: Buffer.from('x') })]) {
    await assert.rejects(inflate(other, 100), Unreadable);
  }
});

test('refuses a bit that has no use', async () => {
  const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
  // The fixed code with nothing in it: 3 + 7 bits, so that six of the second byte are unused.
  assert.equal((await inflate(bytes('789c030000000001'), 10)).length, 0);
  await assert.rejects(inflate(bytes('789c030400000001'), 10), Unreadable);
  await assert.rejects(inflate(bytes('789c038000000001'), 10), Unreadable);
  // "a", stored: five bits after the block's header.
  assert.equal((await inflate(bytes('7801010100feff6100620062'), 10)).length, 1);
  await assert.rejects(inflate(bytes('7801090100feff6100620062'), 10), Unreadable);
  await assert.rejects(inflate(bytes('7801810100feff6100620062'), 10), Unreadable);
});
