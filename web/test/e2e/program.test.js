// From the real program's cards to what a phone says of them.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import base45 from 'base45';
import { PNG } from 'pngjs';
import { HOST, SITE, hasChromium, openBrowser, openPage } from '../support/browser.js';
import { toText } from '../support/maker.js';
import { toPng, withCode, writeFilm } from '../support/pictures.js';
import { Office, hasProgram } from '../support/program.js';
import { findCode } from '../support/reader.js';
import { serve } from '../support/server.js';

const options = { skip: (!hasProgram && 'no $PEHCHAN_PROGRAM') || (!hasChromium && 'no Chromium') };
const shots = process.env.PEHCHAN_SHOTS;
let work, office, members, film, server, browser;

before(async () => {
  if (options.skip) return;
  work = mkdtempSync(join(tmpdir(), 'pehchan-office-'));
  office = new Office(work);
  members = office.links();
  film = join(work, 'camera.y4m');
  writeFilm(film, back(members[0]));
  server = await serve(office.site, work, HOST);
  browser = await openBrowser({ port: server.port, film });
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (work) rmSync(work, { recursive: true });
});

function back({ token }) {
  return PNG.sync.read(office.card(token, 'back.png'));
}

/** The card's back with another name in its code, and the old signature. */
async function alteredBack(member) {
  const card = back(member);
  const code = await findCode(office.card(member.token, 'back.png'));
  const token = inflateSync(base45.decode(code.text));
  const at = token.indexOf(member.name);
  token[at] = token[at] === 0x41 ? 0x42 : 0x41;
  const quiet = 20;
  return withCode(card, toText(token), { left: code.left - quiet, top: code.top - quiet, side: code.side + 2 * quiet });
}

async function shown(page, picture, name) {
  await page.locator('#file').setInputFiles({ name: 'card', mimeType: 'image/png', buffer: picture });
  await page.locator('#outcome').waitFor();
  if (shots) await page.screenshot({ path: join(shots, `real-${name}.png`), fullPage: true });
  const text = await page.locator('#result').innerText();
  await page.locator('#again').click();
  return text;
}

async function verifier() {
  const opening = await openPage(browser);
  await opening.page.goto(`${SITE}/verify/`);
  return opening;
}

test('a card that the program made is valid before the camera, and an altered one is not', options, async () => {
  const { page, context, requests, complaints } = await verifier();
  await page.locator('#scan').click();
  await page.locator('#outcome').waitFor();
  const said = await page.locator('#result').innerText();
  assert.match(said, /^✓\nमान्य/);
  for (const words of [members[0].name, 'Not cancelled: the list was looked up', SITE]) assert.ok(said.includes(words), words);
  writeFilm(film, await alteredBack(members[0]));
  await page.locator('#again').click();
  await page.locator('#outcome').waitFor();
  assert.match(await page.locator('#result').innerText(), /Not valid: altered/);
  for (const url of requests) assert.ok(/^data:image\/svg/.test(url) || url.startsWith(`${SITE}/`), url);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('page and program say the same of a card, of the picture to share, and of an altered card', options, async () => {
  const { page, context } = await verifier();
  const [, member] = members;
  writeFileSync(join(work, 'altered.png'), toPng(await alteredBack(member)));
  for (const [file, result, words] of [
    [`site/c/${member.token}/back.png`, 'valid', /Not cancelled/], [`site/c/${member.token}/share.jpg`, 'valid', /Not cancelled/],
    ['altered.png', 'bad_signature', /Not valid: altered/],
  ]) {
    assert.equal(office.verify(file).result, result, file);
    assert.match(await shown(page, readFileSync(join(work, file)), result), words, file);
  }
  await context.close();
});

for (const viewport of [{ width: 360, height: 780 }, { width: 1280, height: 900 }]) {
  test(`a member's page shows and gives the real card, ${viewport.width} px wide`, options, async () => {
    const { page, context, requests, complaints } = await openPage(browser, { viewport });
    await page.goto(members[0].link);
    if (shots) await page.screenshot({ path: join(shots, `real-page-${viewport.width}.png`), fullPage: true });
    assert.ok((await page.locator('h1').innerText()).includes(members[0].name));
    assert.deepEqual(await page.locator('.sides img').evaluateAll((all) => all.map((img) => [img.naturalWidth, img.naturalHeight])),
      [[1011, 638], [1011, 638]]);
    for (const [words, file] of [['Download PDF', 'card.pdf'], ['Save picture', 'share.jpg']]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(words, { exact: true }).click()]);
      assert.deepEqual(readFileSync(await download.path()), office.card(members[0].token, file));
    }
    for (const url of requests) assert.ok(url.startsWith(`${SITE}/`), url);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('a card made void is cancelled for whoever looks, and its page shows nothing of the member', options, async () => {
  const [, , gone] = members;
  const picture = office.card(gone.token, 'back.png');
  const number = office.verify(`site/c/${gone.token}/back.png`).claims.card_number;
  office.void(number);
  office.publish();
  const { page, context } = await verifier();
  assert.match(await shown(page, picture, 'revoked'), /Not valid: cancelled/);
  assert.match(await shown(page, office.card(members[0].token, 'back.png'), 'still-good'), /Not cancelled/);
  await page.goto(gone.link);
  const said = await page.locator('body').innerText();
  assert.match(said, /This card is no longer valid/);
  assert.ok(said.includes(number) && !said.includes(gone.name));
  assert.deepEqual(office.files(gone.token), ['index.html']);
  assert.ok(!existsSync(join(office.site, 'links.csv')));
  await context.close();
});
