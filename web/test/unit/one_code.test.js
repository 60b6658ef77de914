import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneCard, onlyText } from '../../src/one_code.js';

test('several codes are one only when they all say the same', () => {
  assert.equal(onlyText(['a']), 'a');
  assert.equal(onlyText(['a', 'a', 'a']), 'a');
  assert.equal(onlyText(['a', 'a', 'b']), undefined);
  assert.equal(onlyText([]), undefined);
});

test('a camera takes a card that is alone at once', () => {
  const card = new OneCard(() => assert.fail('there is one'));
  assert.equal(card.after([]), undefined);
  assert.equal(card.after(['a']), 'a');
});

test('a code that the reader missed for a moment does not leave the other one alone', () => {
  let told = 0;
  const card = new OneCard(() => (told += 1));
  assert.equal(card.after(['a', 'b']), undefined);
  assert.equal(told, 1);
  for (const look of [['a'], [], ['a'], ['b'], ['a', 'b'], ['a'], [], ['a'], ['a'], ['a']]) assert.equal(card.after(look), undefined);
  assert.equal(told, 2);
  assert.equal(card.after(['a']), undefined);
  assert.equal(card.after(['a']), 'a');
});
