import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HOST, SITE, hasChromium, openBrowser, openPage } from '../support/browser.js';
import { serve } from '../support/server.js';
import { writeCard, writeSite } from '../support/site.js';

const fixture = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const options = { skip: !hasChromium && 'no Chromium' };
const shots = process.env.PEHCHAN_SHOTS;
const [token, upright, gone] = ['Zx0bD1hQy4mKf9sLw2VnTg', 'uP3rIgHt00000000000000', 'vO1d000000000000000000'];
const sunita = {
  name: 'Sunita Kumari Yadav', name_local: 'सुनीता कुमारी यादव', card_no: 'PCN-001-000002-4', organisation: 'जन सदस्यता अभियान',
  valid_until: '31-03-2029', portrait_class: 'landscape', signed: 'signed',
};
const pdf = Buffer.from('%PDF-1.7 a card');
let work, server, browser;

before(async () => {
  if (!hasChromium) return;
  work = mkdtempSync(join(tmpdir(), 'pehchan-web-'));
  const site = join(work, 'site');
  mkdirSync(site);
  writeSite(site, { keys: [] });
  const files = [['front.png', fixture('card-front.png')], ['back.png', fixture('card-back.png')], ['card.pdf', pdf], ['share.jpg', 'a picture']];
  writeCard(site, token, sunita, files);
  writeCard(site, upright, { ...sunita, name: '"><script>alert(1)</script> & sons', name_local: '', valid_until: '', portrait_class: 'upright', signed: '' }, files);
  writeCard(site, gone, sunita, [], 'void');
  server = await serve(site, work, HOST);
  browser = await openBrowser({ port: server.port });
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (work) rmSync(work, { recursive: true });
});

for (const [size, viewport] of [['phone', { width: 360, height: 780 }], ['desktop', { width: 1280, height: 900 }]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`a member's page on a ${size} in the ${colorScheme}`, options, async () => {
      const { page, context, requests, complaints } = await openPage(browser, { viewport, colorScheme });
      await page.goto(`${SITE}/c/${token}/`);
      if (shots) await page.screenshot({ path: join(shots, `card-${size}-${colorScheme}.png`), fullPage: true });
      const said = await page.locator('body').innerText();
      for (const words of Object.values(sunita).slice(0, 5)) assert.ok(said.includes(words), words);
      const { scrollWidth, sides } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        sides: [...document.querySelectorAll('.sides img')].map((img) => [img.naturalWidth, img.getBoundingClientRect().width]),
      }));
      assert.ok(scrollWidth <= viewport.width, 'it does not scroll sideways');
      for (const [natural, shown] of sides) assert.ok(natural === 1011 && shown > 300 && shown <= 448, `${natural} ${shown}`);
      for (const url of requests) assert.ok(url.startsWith(`${SITE}/`), url);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

test('PDF and picture are downloaded under the card’s number', options, async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${SITE}/c/${token}/`);
  const downloaded = async (words) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(words, { exact: true }).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  assert.deepEqual(await downloaded('Download PDF'), ['PCN-001-000002-4.pdf', pdf]);
  assert.deepEqual(await downloaded('Save picture'), ['PCN-001-000002-4.jpg', Buffer.from('a picture')]);
  assert.deepEqual(await downloaded('back'), ['PCN-001-000002-4-back.png', fixture('card-back.png')]);
  await context.close();
});

test('what a member has not is not shown, and a name is never more than a name', options, async () => {
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${SITE}/c/${upright}/`);
  if (shots) await page.screenshot({ path: join(shots, 'card-upright.png'), fullPage: true });
  assert.equal(await page.locator('h1 .en').innerText(), '"><script>alert(1)</script> & sons');
  assert.equal(await page.getByText('Valid until').isVisible(), false);
  assert.equal(await page.getByText('check a card').isVisible(), false);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('it prints both sides at the size of a card, without buttons and hints, on one page', options, async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 794, height: 1123 } });
  await page.goto(`${SITE}/c/${token}/`);
  await page.emulateMedia({ media: 'print' });
  const [width, height] = await page.locator('.sides img').first().evaluate((img) => {
    const box = img.getBoundingClientRect();
    return [box.width, box.height].map((px) => (px / 96) * 25.4);
  });
  assert.ok(Math.abs(width - 85.6) < 0.1 && Math.abs(height - 54) < 0.2, `${width} x ${height} mm`);
  assert.equal(await page.locator('.actions').isVisible(), false);
  const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.equal(printed.match(/\/Type \/Page\b/g).length, 1);
  await context.close();
});

test('a cancelled card’s page says so and shows nothing of the member', options, async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${SITE}/c/${gone}/`);
  if (shots) await page.screenshot({ path: join(shots, 'void.png'), fullPage: true });
  const said = await page.locator('body').innerText();
  assert.match(said, /This card is no longer valid/);
  assert.match(said, /PCN-001-000002-4/);
  assert.doesNotMatch(await page.content(), /Sunita|सुनीता|card\.pdf|front\.png/);
  await context.close();
});

test('from a card one comes to the checking page; nothing lists cards', options, async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${SITE}/c/${token}/`);
  await page.getByText('check a card').click();
  assert.equal(page.url(), `${SITE}/verify/index.html`);
  await page.goto(`${SITE}/`);
  assert.doesNotMatch(await page.content(), /c\/|Sunita/);
  await context.close();
});
