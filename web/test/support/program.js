// Cards, keys, site and status list as the real program makes them, all for invented members.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE } from './browser.js';

const program = process.env.PEHCHAN_PROGRAM;
export const hasProgram = Boolean(program);

const web = new URL('../../', import.meta.url);

/** An office with three cards issued today, in the folder `work`. */
export class Office {
  constructor(work) {
    this.work = work;
    this.site = join(work, 'site');
    mkdirSync(this.site, { recursive: true });
    this.run('demo', 'demo', '--members', '3', '--all-good', '--jobs', '1');
    // Without their dates of expiry, which lie in some year or other.
    const roll = join(work, 'demo/roll.csv');
    writeFileSync(roll, readFileSync(roll, 'utf8').replace(/,\d{4}-\d\d-\d\d$/gm, ','));
    writeFileSync(join(work, 'credential.toml'), ['schema = 1', `issuer = "${SITE}"`, 'fields = ["name", "name_local", "district"]',
      'valid_for = "1y"', 'language = "hin"', 'wire = "standard"', `status_uri = "${SITE}/status"`, ''].join('\n'));
    this.run('keys', 'new', '--keys', 'keys', '--kid', 'office1');
    const today = new Date().toISOString().slice(0, 10);
    this.run('issue', '--roll', 'demo/roll.csv', '--photos', 'demo/photos', '--out', 'out', '--date', today, '--jobs', '1', ...this.#signing());
    cpSync(new URL('site', web), join(work, 'pages'), { recursive: true });
    cpSync(new URL('dist/verify.html', web), join(work, 'pages/verify/index.html'));
    this.publish();
  }

  #signing() {
    return ['--key', 'keys/office1.pem', '--credential', 'credential.toml'];
  }

  publish() {
    this.run('digital', '--out', 'site', '--ledger', 'out/ledger.db', '--base-url', `${SITE}/`, '--organisation', 'जन सदस्यता अभियान',
      '--keys', 'keys', '--pages', 'pages', '--jobs', '1');
    this.run('status', 'publish', '--out', 'site', '--ledger', 'out/ledger.db', ...this.#signing());
  }

  /** The rows of links.csv as objects; no field of theirs has a comma. */
  links() {
    const [head, ...rows] = readFileSync(join(this.work, 'out/links.csv'), 'utf8').replace('\ufeff', '').trim().split(/\r?\n/).map((line) => line.split(','));
    return rows.map((row) => Object.fromEntries(row.map((value, i) => [head[i], value])));
  }

  card(token, name) {
    return readFileSync(join(this.site, 'c', token, name));
  }

  files(token) {
    return readdirSync(join(this.site, 'c', token)).sort();
  }

  void(number) {
    this.run('void', number, '--reason', 'lost', '--ledger', 'out/ledger.db');
  }

  /** What `pehchan verify` says of a file: { code, result }. */
  verify(file) {
    try {
      return { code: 0, ...JSON.parse(this.run('verify', file, '--keys', 'site', '--status', 'site/status', '--json')).results[0] };
    } catch (error) {
      return { code: error.status, ...JSON.parse(error.stdout).results[0] };
    }
  }

  run(...words) {
    return execFileSync(program, words, { cwd: this.work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }
}
