// A site as `pehchan digital` lays it out, in a folder of its own, with keys and cards made for the test.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const web = new URL('../../', import.meta.url);
const source = (path) => readFileSync(new URL(path, web), 'utf8');

const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
export const filled = (page, values) => page.replace(/{{(\w+)}}/g, (_, name) => escaped(values[name] ?? ''));

/** The checking page with a JWKS in it, as it is published. */
export const verifierWith = (jwks) => source('dist/verify.html').replace('{{keys}}', () => JSON.stringify(jwks).replaceAll('<', '\\u003c'));

export function writeSite(folder, jwks) {
  cpSync(new URL('site', web), folder, { recursive: true });
  const values = { organisation: 'जन सदस्यता अभियान' };
  for (const page of ['index.html', '404.html']) writeFileSync(join(folder, page), filled(source(`site/${page}`), values));
  mkdirSync(join(folder, 'c'), { recursive: true });
  cpSync(join(folder, '404.html'), join(folder, 'c/index.html'));
  writeFileSync(join(folder, 'verify/index.html'), verifierWith(jwks));
  mkdirSync(join(folder, 'status'), { recursive: true });
}

/** A member's page (or with template "void" its tombstone) under c/TOKEN, with files ([name, bytes]) beside it. */
export function writeCard(folder, token, values, files = [], template = 'card') {
  const place = join(folder, 'c', token);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'index.html'), filled(source(`site/${template}.html`), values));
  for (const [name, bytes] of files) writeFileSync(join(place, name), bytes);
}
