import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, lastDay } from '../../src/dates.js';

test('a card that ends with a day names that day, whatever the clock of the phone', () => {
  assert.equal(day(Date.UTC(2026, 8, 1) / 1000), '01-09-2026');
  assert.equal(lastDay(Date.UTC(2029, 3, 1) / 1000), '31-03-2029', 'midnight in UTC');
  assert.equal(lastDay(Date.UTC(2029, 2, 31, 18, 30) / 1000), '31-03-2029', 'midnight in India');
  assert.equal(lastDay(Date.UTC(2029, 2, 31, 23, 59, 59) / 1000), '31-03-2029');
  assert.equal(day(1e15), '?');
});
