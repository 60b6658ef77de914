import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode, Tag } from 'cbor2';
import { decodeCbor, Tagged } from '../../src/cbor.js';
import { Unreadable } from '../../src/unreadable.js';

const fromHex = (hex) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const refused = (hex, why) => assert.throws(() => decodeCbor(fromHex(hex)), Unreadable, why);

test('reads what another library writes', () => {
  const values = [
    0, 23, 24, 255, 256, 65535, 65536, 4294967295, 4294967296, Number.MAX_SAFE_INTEGER, -1, -24, -25, -256, -257, -65537, '', 'सुनीता',
    new Uint8Array(), new Uint8Array(300), true, false, null, [], [1, [2, [3]]], new Map([[1, 'a'], [-1, 'b'], ['k', [true]]]),
  ];
  for (const value of values) assert.deepEqual(decodeCbor(encode(value, { cde: true })), value);
  assert.deepEqual(decodeCbor(encode(new Tag(61, new Tag(18, [])))), new Tagged(61, new Tagged(18, [])));
});

test('refuses lengths and numbers longer than needed', () => {
  for (const hex of ['1800', '1817', '190000', '1900ff', '1a0000ffff', '1b00000000ffffffff', '3817', '5800', '7801 61', '9800', 'b800', 'd817 00']) {
    refused(hex, hex);
  }
});

test('refuses indefinite lengths', () => {
  for (const hex of ['5f4100ff', '7f6161ff', '9f00ff', 'bf0000ff', 'ff']) refused(hex, hex);
});

test('refuses a key twice, and keys out of order', () => {
  refused('a2 01 00 01 00', 'a number twice');
  refused('a2 6161 00 6161 00', 'a text twice');
  refused('a2 02 00 01 00', 'two before one');
  refused('a2 6161 00 01 00', 'a text before a number');
  refused('a1 4161 00', 'bytes for a key');
  refused('a1 f4 00', 'false for a key');
});

test('refuses what is cut off, and what goes on after the end', () => {
  const whole = encode(new Map([[1, 'text'], [2, [1, 2, new Uint8Array(40)]]]), { cde: true });
  decodeCbor(whole);
  for (let end = 0; end < whole.length; ++end) assert.throws(() => decodeCbor(whole.subarray(0, end)), Unreadable);
  refused('00 00', 'two items');
});

test('refuses fractions, undefined, other simple values and reserved lengths', () => {
  for (const hex of ['f93c00', 'fa3f800000', 'fb3ff0000000000000', 'f7', 'f0', 'f820', '1c', '5d', 'fe']) refused(hex, hex);
});

test('refuses text that is not UTF-8 and numbers past 2^53', () => {
  for (const hex of ['62c328', '61ff', '63eda080', '1b0020000000000000', '1bffffffffffffffff', '3bffffffffffffffff']) refused(hex, hex);
});

test('refuses nesting that is too deep, before it fills the stack', () => {
  decodeCbor(fromHex('81'.repeat(8) + '00'));
  refused('81'.repeat(9) + '00', 'nine arrays');
  refused('81'.repeat(100_000), 'a hundred thousand arrays');
  refused('d2'.repeat(100_000), 'a hundred thousand tags');
});

test('refuses lengths that promise more than there is, without making room for it', () => {
  for (const hex of ['5b0000000fffffffff', '7a7fffffff61', '9affffffff', 'bb00000000ffffffffff00', '9b001fffffffffffff']) refused(hex, hex);
});
