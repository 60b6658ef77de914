import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { buildPage } from '../../build/build.js';
import * as words from '../../src/words.js';

const web = new URL('../../', import.meta.url);
const text = (path) => readFile(new URL(path, web), 'utf8');
const page = await text('dist/verify.html');

test('dist/verify.html is what its sources make: run `npm run build` after changing them', async () => {
  assert.ok((await buildPage()) === page, 'it differs');
});

test('the page runs its own script and no other, and names no other site', () => {
  const [, policy] = page.match(/Content-Security-Policy" content="([^"]+)"/);
  const [, script] = page.match(/<script type="module">([^]*?)<\/script>/);
  const hash = createHash('sha256').update(script).digest('base64');
  assert.ok(policy.includes(`script-src 'sha256-${hash}' 'wasm-unsafe-eval';`));
  assert.ok(policy.startsWith("default-src 'none';"));
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  assert.doesNotMatch(page, /https?:\/\/[a-z]/);
});

test('keys can be put into the page in one place, without changing its script', () => {
  assert.equal(page.split('{{').length, 2);
  assert.match(page, /<script type="application\/json" id="keys">{{keys}}<\/script>/);
});

test('nothing makes HTML of data', async () => {
  for (const name of await readdir(new URL('src', web))) {
    assert.doesNotMatch(await text(`src/${name}`), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b/, name);
  }
});

test('all that is said is said in Hindi and in English', () => {
  for (const group of Object.values(words)) {
    for (const lines of Array.isArray(group) ? [group] : Object.values(group)) {
      assert.equal(lines.length % 2, 0);
      lines.forEach((line, i) => assert.match(line, i % 2 ? /^[^\u0900-\u097f]+$/ : /[\u0900-\u097f]/, line));
    }
  }
});

test('the pages of a site have no script, no other site and nothing for search engines', async () => {
  for (const name of ['card.html', 'void.html', 'index.html', '404.html']) {
    const html = await text(`site/${name}`);
    assert.match(html, /default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'/, name);
    assert.match(html, /name="robots" content="noindex/);
    assert.match(html, /name="referrer" content="no-referrer"/);
    assert.doesNotMatch(html, /<script|<style|style="|\son[a-z]+=|https?:/, name);
  }
});

for (const file of ['src/page.css', 'site/assets/card.css']) {
  test(`letters stand out from their ground in ${file}, in the light and in the dark (WCAG AA)`, async () => {
    const css = await text(file);
    const [light, dark] = [...css.matchAll(/:root {([^}]*)}/g)].map(([, body]) => Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (#[\da-f]{3,6})\b/g)].map(([, name, colour]) => [name, colour])));
    const pairs = [['ink', 'paper'], ['ink', 'sheet'], ['soft', 'paper'], ['soft', 'sheet'], ['accent', 'paper'], ['accent', 'sheet'],
      ['on-accent', 'accent'], ['stop', 'paper'], ['ink', 'good-tint'], ['ink', 'bad-tint'], ['ink', 'unknown-tint'], ['good', 'good-tint'],
      ['bad', 'bad-tint'], ['unknown', 'unknown-tint'], ['paper', 'good'], ['paper', 'bad'], ['paper', 'unknown']];
    for (const colours of [light, { ...light, ...dark }]) {
      for (const [letters, ground] of pairs.filter((pair) => pair.every((name) => colours[name]))) {
        assert.ok(contrast(colours[letters], colours[ground]) >= 4.5, `${letters} on ${ground}: ${contrast(colours[letters], colours[ground])}`);
      }
    }
  });
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((c) => c + c) : colour.slice(1).match(/../g);
  const [r, g, b] = digits.map((pair) => parseInt(pair, 16) / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
