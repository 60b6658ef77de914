import { day, lastDay } from './dates.js';
import { COMPARE, FACTS, STATUS, VERDICTS } from './words.js';

const MARKS = { good: '✓', bad: '✕', unknown: '?' };

/**
 * Fills `place` with a result: { outcome, why, claims } of verifyCard, and `status` of checkStatus for a valid card. Data only
 * ever becomes text.
 */
export function showResult(place, { outcome, why, claims }, status) {
  const revoked = status?.state === 'revoked';
  const verdict = revoked ? 'revoked' : (why ?? 'valid');
  const kind = verdict === 'valid' ? 'good' : outcome === 'unreadable' ? 'unknown' : 'bad';
  const [hindi, english, because, becauseEnglish] = VERDICTS[verdict];
  const heading = element('h2', 'verdict', element('span', 'mark', MARKS[kind]), element('span', '', both([hindi, english])));
  heading.querySelector('.mark').setAttribute('aria-hidden', 'true');
  place.className = kind;
  place.replaceChildren(heading, element('p', '', both([because, becauseEnglish])));
  if (verdict === 'valid') place.append(cancelled(status));
  if (claims) place.append(facts(claims, status));
  if (verdict === 'valid') place.append(element('p', 'compare', both(COMPARE)));
}

function cancelled({ state, why }) {
  return state === 'good'
    ? element('p', 'status checked', both(STATUS.good))
    : element('p', 'status unchecked', both(STATUS[why]));
}

function facts(claims, status) {
  const list = element('dl', '');
  const name = [claims.secondName, claims.name].filter(Boolean);
  add(list, FACTS.name, name, 'name');
  add(list, FACTS.cardNumber, [claims.cardNumber], 'number');
  if (claims.expiresAt !== undefined) add(list, FACTS.expiresAt, [lastDay(claims.expiresAt)], 'number');
  if (claims.issuedAt !== undefined) add(list, FACTS.issuedAt, [day(claims.issuedAt)], 'number');
  if (claims.location) add(list, FACTS.location, [claims.location]);
  if (claims.issuer) add(list, FACTS.issuer, [claims.issuer]);
  if (status?.listed !== undefined) add(list, FACTS.listed, [day(status.listed)], 'number');
  return list;
}

function add(list, label, values, kind = '') {
  if (values.length === 0) return;
  const term = element('dt', '', both(label));
  list.append(element('div', kind, term, ...values.map(said)));
}

/** What a card says, kept from turning the direction of anything around it. */
function said(value) {
  const text = element('dd', '', value);
  text.dir = 'auto';
  return text;
}

/** Hindi, then English, each marked with its language. */
export function both([hindi, english]) {
  const second = element('span', 'en', english);
  second.lang = 'en';
  const pair = document.createDocumentFragment();
  pair.append(hindi, ' ', second);
  return pair;
}

function element(name, kind, ...children) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...children);
  return made;
}
