// What is decided, taken back, and remembered until it is saved.
const MEMORY = 'pehchan-review:' + settings.key;
const byField = document.getElementById('by');
const statusLine = document.getElementById('status');
const changes = [];  // of {photo, state, kind, at}: what a photo was before each change
let isSaved = true, wasSaved = false;

function say(hi, en, isAlarm = false) {
  statusLine.textContent = `${hi} ${en}`;
  statusLine.classList.toggle('alarm', isAlarm);
}

// A browser may refuse to remember anything; the page works without.
function remembered(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}
function remember(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* nothing to do about it */ }
}

function rememberDecisions() {
  const decisions = {};
  for (const photo of photos)
    if (photo.isNew)
      decisions[photo.file] = {sha256: photo.came.sha256, before: photo.before, ...photo.state()};
  remember(MEMORY, {decisions, isSaved});
}

// Only where the photo and the decision in force are still what they were.
function restoreDecisions() {
  const memory = remembered(MEMORY);
  byField.value = remembered('pehchan-review-by') || '';
  if (!memory || !memory.decisions) return;
  for (const photo of photos) {
    const kept = Object.hasOwn(memory.decisions, photo.file) ? memory.decisions[photo.file] : null;
    if (!kept || kept.sha256 !== photo.came.sha256 || JSON.stringify(kept.before) !== JSON.stringify(photo.before)) continue;
    photo.setState({turns: kept.turns, crop: kept.crop, placed: kept.placed, decision: kept.decision});
    isSaved = isSaved && memory.isSaved;
  }
}

// Does `change`, so that it can be undone. What follows quickly upon the like of it (a wheel that is spun) is undone with it.
function changePhoto(photo, change, kind = '') {
  const last = changes.at(-1), now = performance.now();
  if (kind && last && last.photo === photo && last.kind === kind && now - last.at < 600) last.at = now;
  else changes.push({photo, state: photo.state(), kind, at: now});
  change();
  changed(photo);
}

function changed(photo) {
  isSaved = !wasSaved && !photos.some(one => one.isNew);
  rememberDecisions();
  showPhoto(photo);
  showCounts();
}

function decide(photo, decision) {
  const refusal = decision === 'accept' ? photo.acceptRefusal : photo.refusal;
  if (refusal) return say(...refusal, true), false;
  if (decision === 'accept' && !photo.placed) {
    say('पहले घेरा सही जगह रखें, फिर स्वीकार करें।', 'Put the frame in its place first, then accept.', true);
    return false;
  }
  const row = {decision, rotate: photo.rotate, crop: null, eyes: null, by: byField.value.trim()};
  if (decision === 'accept') {
    row.crop = Object.fromEntries(Object.entries(photo.crop).map(([key, value]) => [key, hundredth(value)]));
    if (photo.isAsFound) row.eyes = photo.came.eyes;
  }
  changePhoto(photo, () => { photo.decision = row; });
  say(`${photo.file}:`, decision === 'accept' ? 'स्वीकार · accepted' : 'अस्वीकार · rejected');
  return true;
}

function takeBack(photo) {
  if (!photo.decision) return;
  changePhoto(photo, () => { photo.decision = null; });
  say(`${photo.file}:`, 'निर्णय हटाया · decision taken back');
}

// What was decided about another crop is not decided about this one.
function changePlace(photo, change, kind = '') {
  if (!photo.isOpened || photo.refusal) return;
  changePhoto(photo, () => {
    change();
    photo.decision = null;
  }, kind);
}

function turn(photo) {
  changePlace(photo, () => photo.turn());
}

function undo() {
  const last = changes.pop();
  if (!last) return say('वापस लेने को कुछ नहीं।', 'There is nothing to undo.'), null;
  last.photo.setState(last.state);
  changed(last.photo);
  say(`${last.photo.file}:`, 'पिछला काम वापस · undone');
  return last.photo;
}

byField.addEventListener('input', () => remember('pehchan-review-by', byField.value));
window.addEventListener('beforeunload', event => {
  if (isSaved) return;
  event.preventDefault();
  event.returnValue = '';
});
