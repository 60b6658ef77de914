import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HOST, SITE, hasChromium, openBrowser, openPage } from '../support/browser.js';
import { cardText, jwksOf, newKey, statusList, sunita } from '../support/maker.js';
import { hasNginx, startNginx } from '../support/nginx.js';
import { certify } from '../support/server.js';
import { writeCard, writeSite } from '../support/site.js';

const options = { skip: !hasNginx && 'no nginx' };
const now = Math.floor(Date.now() / 1000);
const key = newKey();
const card = { ...sunita, issuedAt: now - 60, expiresAt: now + 3600 };
let work, nginx, browser;

before(async () => {
  if (!hasNginx) return;
  work = mkdtempSync(join(tmpdir(), 'pehchan-nginx-'));
  const site = join(work, 'site');
  mkdirSync(join(site, '.well-known'), { recursive: true });
  writeSite(site, jwksOf(key));
  writeCard(site, 'Zx0bD1hQy4mKf9sLw2VnTg', { name: 'Sunita' }, [['front.png', 'x'], ['card.pdf', 'x'], ['share.jpg', 'x']]);
  writeFileSync(join(site, 'status/1'), statusList({ uri: card.status.uri, issuedAt: now }, key));
  for (const name of ['jwks.json', 'cose-keys.cbor']) writeFileSync(join(site, '.well-known', name), '{}');
  writeFileSync(join(site, '.hidden'), 'x');
  writeFileSync(join(site, 'robots.txt'), 'Disallow: /');
  nginx = await startNginx(site, work, certify(HOST, work));
});

after(async () => {
  await browser?.close();
  await nginx?.stop();
  if (work) rmSync(work, { recursive: true });
});

const get = (path) => new Promise((resolve, reject) => {
  https.get({ host: '127.0.0.1', port: nginx.port, path, headers: { Host: HOST }, rejectUnauthorized: false }, async (response) => {
    let body = '';
    for await (const chunk of response) body += chunk;
    resolve({ status: response.statusCode, headers: response.headers, body });
  }).on('error', reject);
});

test('nginx gives each file its kind', options, async () => {
  const kinds = {
    '/': 'text/html; charset=utf-8', '/verify/': 'text/html; charset=utf-8', '/verify/manifest.webmanifest': 'application/manifest+json',
    '/verify/sw.js': /^(text|application)\/javascript/, '/status/1': 'application/statuslist+cwt', '/assets/card.css': 'text/css',
    '/assets/icon.svg': 'image/svg+xml', '/.well-known/jwks.json': 'application/jwk-set+json',
    '/.well-known/cose-keys.cbor': 'application/cose-key-set', '/c/Zx0bD1hQy4mKf9sLw2VnTg/': 'text/html; charset=utf-8',
    '/c/Zx0bD1hQy4mKf9sLw2VnTg/front.png': 'image/png', '/c/Zx0bD1hQy4mKf9sLw2VnTg/card.pdf': 'application/pdf',
    '/c/Zx0bD1hQy4mKf9sLw2VnTg/share.jpg': 'image/jpeg', '/robots.txt': /^text\/plain/,
  };
  for (const [path, kind] of Object.entries(kinds)) {
    const { status, headers } = await get(path);
    assert.equal(status, 200, path);
    if (kind instanceof RegExp) assert.match(headers['content-type'], kind, path);
    else assert.equal(headers['content-type'], kind, path);
  }
});

test('nginx says on every answer what a browser may do with it', options, async () => {
  for (const path of ['/', '/verify/', '/c/Zx0bD1hQy4mKf9sLw2VnTg/', '/status/1', '/assets/card.css', '/nothing', '/.well-known/jwks.json']) {
    const { headers } = await get(path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['referrer-policy'], 'no-referrer', path);
    assert.equal(headers['x-robots-tag'], 'noindex, nofollow', path);
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/, path);
    assert.ok(headers['cache-control'], path);
    assert.doesNotMatch(headers.server, /\d/, path);
    assert.equal(headers['access-control-allow-origin'], /status|well-known/.test(path) ? '*' : undefined, path);
  }
  assert.match((await get('/c/Zx0bD1hQy4mKf9sLw2VnTg/')).headers['content-security-policy'], /^default-src 'none'/);
});

test('nginx lists no folder, shows no hidden file and has a page for wrong addresses', options, async () => {
  for (const path of ['/c/', '/c/index.html', '/status/', '/assets/', '/.well-known/', '/.hidden', '/c/Zx0bD1hQy4mKf9sLw2VnTh/', '/nothing', '/c/../.hidden']) {
    const { status, headers, body } = await get(path);
    assert.equal(status, 404, path);
    assert.match(headers['content-type'], /^text\/html/);
    assert.match(body, /This page was not found/, path);
    assert.doesNotMatch(body, /Zx0bD1hQy4mKf9sLw2VnTg/);
  }
  const slashless = await get('/c/Zx0bD1hQy4mKf9sLw2VnTg');
  assert.equal(slashless.status, 301, 'pictures lie beside the page');
  assert.match(slashless.headers.location, /\/c\/Zx0bD1hQy4mKf9sLw2VnTg\/$/);
});

test('nginx sends plain http to https', options, async () => {
  const response = await new Promise((resolve) => {
    http.get({ host: '127.0.0.1', port: nginx.plain, path: '/verify/', headers: { Host: HOST } }, resolve);
  });
  response.resume();
  assert.deepEqual([response.statusCode, response.headers.location], [301, `${SITE}/verify/`]);
});

test('the checking page works behind nginx’s headers, and so do its status list and its installing', {
  skip: (!hasNginx || !hasChromium) && 'no nginx or no Chromium',
}, async () => {
  browser = await openBrowser({ port: nginx.port });
  const { page, complaints } = await openPage(browser);
  await page.goto(`${SITE}/verify/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator('summary').click();
  await page.locator('#text').fill(cardText(card, key));
  await page.locator('#paste button').click();
  await page.getByText('Not cancelled: the list was looked up').waitFor();
  assert.deepEqual(complaints, []);
  assert.doesNotMatch(nginx.complaints(), /Zx0bD1hQy4mKf9sLw2VnTg/, 'no address of a card in a log');
});
