// The grid: a card a photo, filled only while it is near the window.
const GRADES = {hold: ['रोकी गई', 'Held back'], warn: ['संदेह', 'Doubtful'], good: ['ठीक', 'Good']};
const DECISIONS = {accept: ['स्वीकार', 'Accepted'], reject: ['अस्वीकार', 'Rejected']};
const grid = document.getElementById('grid');
const chosen = {grade: 'all', decided: 'all', text: ''};
let current = null;

function made(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    key.includes('-') || key === 'role' ? element.setAttribute(key, value) : (element[key] = value);
  element.append(...children);
  return element;
}
const inBoth = ([hi, en]) => [hi + ' ', made('span', {className: 'en', textContent: en})];

function button(words, key, action) {
  const element = made('button', {type: 'button', title: key}, ...inBoth(words));
  element.addEventListener('click', event => {
    event.stopPropagation();
    action();
  });
  return element;
}

function badges(photo) {
  const parts = [made('span', {className: 'badge grade'}, GRADES[photo.grade].join(' · '))];
  if (photo.decision) {
    const by = photo.decision.by ? ' · ' + photo.decision.by : '';
    parts.push(made('span', {className: 'badge ' + photo.decision.decision},
                    DECISIONS[photo.decision.decision].join(' · ') + by));
  }
  return parts;
}

function reasons(photo) {
  return photo.came.problems.map(problem =>
    made('p', {}, problem.reason_hi + ' ', made('span', {className: 'en', textContent: problem.reason_en})));
}

function rowsOf(photo) {
  return photo.came.rows ? `पंक्ति · row ${photo.came.rows.join(', ')}` : '';
}

function labelOf(photo) {
  const decision = photo.decision ? DECISIONS[photo.decision.decision].join(' ') : 'निर्णय नहीं, not decided';
  return `${photo.file}, ${GRADES[photo.grade].join(' ')}, ${decision}`;
}

function fillCard(photo) {
  const {card} = photo;
  const pictures = made('div', {className: 'pictures'});
  if (photo.crop && photo.isOpened)
    pictures.append(made('canvas', {className: 'crop', role: 'img', 'aria-label': 'कार्ड की फ़ोटो · as on the card'}));
  else
    pictures.append(made('div', {className: 'none', textContent: '?', 'aria-hidden': 'true'}));
  if (photo.hasPicture)
    pictures.append(made('canvas', {className: 'small', role: 'img', 'aria-label': 'पूरी फ़ोटो · the whole photo'}));
  pictures.addEventListener('click', () => openLarge(photo));
  card.replaceChildren(
    pictures,
    made('div', {className: 'name', title: photo.file}, photo.file, ' ', made('span', {className: 'rows'}, rowsOf(photo))),
    made('div', {className: 'state'}), made('div', {className: 'reasons'}, ...reasons(photo)),
    made('div', {className: 'buttons'},
      button(['स्वीकार', 'Accept'], 'a', () => decideAndGoOn(photo, 'accept')),
      button(['अस्वीकार', 'Reject'], 'r', () => decideAndGoOn(photo, 'reject')),
      button(['घुमाएँ', 'Turn'], 't', () => turn(photo)),
      button(['बड़ा', 'Large'], 'Enter', () => openLarge(photo)),
      button(['हटाएँ', 'Take back'], 'Delete', () => takeBack(photo))));
  photo.isFilled = true;
  photo.loadPicture().then(() => photo.isFilled && showPhoto(photo));
  showPhoto(photo);
}

function emptyCard(photo) {
  photo.isFilled = false;
  if (photo !== current && !isLarge(photo)) photo.dropPicture();
  photo.card.replaceChildren();
}

// Brings what is seen of a photo up to date, in the grid and large.
function showPhoto(photo) {
  const {card} = photo;
  card.setAttribute('aria-label', labelOf(photo));
  card.dataset.decision = photo.decision ? photo.decision.decision : '';
  if (isLarge(photo)) showLarge();
  if (!photo.isFilled) return;
  card.querySelector('.state').replaceChildren(...badges(photo));
  const [accept, reject, turned, large, back] = card.querySelectorAll('button');
  accept.disabled = photo.acceptRefusal !== null;
  reject.disabled = photo.refusal !== null;
  turned.disabled = !photo.isOpened || photo.refusal !== null;
  back.disabled = photo.decision === null;
  for (const one of [accept, reject, turned, large, back]) one.tabIndex = photo === current ? 0 : -1;
  const crop = card.querySelector('.crop');
  if (crop) drawCrop(crop, photo);
  else if (photo.crop && photo.isOpened) return fillCard(photo);
  const space = card.querySelector('.pictures').clientWidth;
  const small = card.querySelector('.small');
  if (small) drawWhole(small, photo, Math.max(60, space - 160), 192, false);
}

function setCurrent(photo, focuses = true) {
  const last = current;
  current = photo;
  if (last) {
    last.card.tabIndex = -1;
    showPhoto(last);
  }
  if (!photo) return;
  photo.card.tabIndex = 0;
  showPhoto(photo);
  if (focuses) {
    photo.card.focus({preventScroll: true});
    photo.card.scrollIntoView({block: 'nearest'});
  }
}

const shown = () => photos.filter(photo => !photo.card.hidden);

function move(steps) {
  const list = shown();
  if (list.length === 0) return;
  const at = list.indexOf(current);
  setCurrent(list[Math.min(Math.max(at + steps, 0), list.length - 1)]);
}

function columns() {
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length;
}

function decideAndGoOn(photo, decision) {
  if (decision === 'accept' && !photo.acceptRefusal && !photo.placed) openLarge(photo);
  else if (decide(photo, decision) && photo === current) move(1);
}

function isChosen(photo) {
  return (chosen.grade === 'all' || photo.grade === chosen.grade) &&
    (chosen.decided === 'all' || (photo.decision !== null) === (chosen.decided === 'yes')) &&
    photo.file.toLowerCase().includes(chosen.text);
}

function choose() {
  for (const photo of photos) photo.card.hidden = !isChosen(photo);
  const list = shown();
  document.getElementById('empty').hidden = list.length > 0;
  if (!current || current.card.hidden) setCurrent(list[0] || null, false);
  showCounts();
}

const watcher = new IntersectionObserver(entries => {
  for (const entry of entries) {
    const photo = entry.target.photo;
    if (entry.isIntersecting && !photo.isFilled) fillCard(photo);
    if (!entry.isIntersecting && photo.isFilled) emptyCard(photo);
  }
}, {rootMargin: '700px'});

function makeGrid() {
  const cards = photos.map(photo => {
    photo.card = made('li', {className: 'card', tabIndex: -1, role: 'group'});
    photo.card.dataset.grade = photo.grade;
    photo.card.photo = photo;
    photo.card.addEventListener('focusin', () => current !== photo && setCurrent(photo, false));
    photo.card.addEventListener('mousedown', () => current !== photo && setCurrent(photo, false));
    showPhoto(photo);
    return photo.card;
  });
  grid.append(...cards);
  for (const card of cards) watcher.observe(card);
}
