// One photo large: its crop is dragged, sized, tilted, or laid about two eyes that are clicked.
const large = document.getElementById('large');
const whole = document.getElementById('whole');
let seen = null;     // the photo that is open
let pointed = null;  // eyes clicked so far; null: clicks move the crop
let drag = null;     // where the hand was, and the crop and state when it came down

const isLarge = photo => photo !== null && photo === seen;

function openLarge(photo) {
  seen = photo;
  setCurrent(photo, false);
  if (!photo.crop && photo.isOpened) photo.crop = guessedCrop(photo.width, photo.height, settings);
  pointed = drag = null;
  if (!large.open) large.showModal();
  photo.loadPicture().then(showLarge);
  showLarge();
  whole.focus();
}

function closeLarge() {
  const photo = seen;
  seen = null;
  if (large.open) large.close();
  if (photo) setCurrent(photo);
}
large.addEventListener('close', closeLarge);

function showLarge() {
  const photo = seen;
  if (!photo || !large.open) return;
  const stage = whole.parentElement;
  drawWhole(whole, photo, stage.clientWidth - 4, stage.clientHeight - 4, true);
  drawCrop(document.getElementById('result'), photo);
  whole.classList.toggle('pointing', pointed !== null);
  whole.setAttribute('aria-label', labelOf(photo));
  document.getElementById('large-name').replaceChildren(
    photo.file, ' ', made('span', {className: 'rows', textContent: rowsOf(photo)}));
  const refusal = photo.acceptRefusal;
  const state = document.getElementById('large-state');
  state.style.setProperty('--grade', `var(--${photo.grade})`);
  state.replaceChildren(...badges(photo).flatMap(badge => [badge, ' ']));
  const notes = reasons(photo);
  if (refusal) notes.unshift(made('p', {className: 'reject'}, ...inBoth(refusal)));
  else if (pointed) notes.unshift(made('p', {}, ...inBoth(['दोनों आँखों पर क्लिक करें।', 'Click both eyes.'])));
  else if (!photo.placed) notes.unshift(made('p', {className: 'reject'}, ...inBoth(
    ['घेरा केवल अनुमान है: उसे चेहरे पर रखें, या वह ठीक हो तो c दबाएँ।',
     'The frame is only a guess: put it about the face, or press c if it is right.'])));
  document.getElementById('large-reasons').replaceChildren(...notes);
}

// Moves by shares of the crop's height, so that small faces are placed as finely as large ones.
function adjust(change, kind = '') {
  const photo = seen;
  if (!photo.crop) return;
  changePlace(photo, () => {
    photo.place({...photo.crop, ...change(photo.crop)});
    photo.placed = true;
  }, kind);
}
const shift = (right, down) => adjust(crop => {
  const [cx, cy] = pointInPhoto(crop, right * crop.height, down * crop.height);
  return {cx, cy};
}, 'shift');
const resize = factor => adjust(crop => ({height: crop.height * factor}), 'size');
const tilt = degrees => adjust(crop => ({roll_deg: crop.roll_deg + degrees}), 'tilt');
const confirmPlace = () => adjust(() => ({}));

function startPointing() {
  if (!seen.isOpened) return;
  pointed = pointed ? null : [];
  showLarge();
}

function decideLarge(decision) {
  if (!decide(seen, decision)) return showLarge();
  stepLarge(1);
}

function stepLarge(steps) {
  const list = shown();
  const next = list[list.indexOf(seen) + steps];
  if (next) openLarge(next);
  else closeLarge();
}

function undoLarge() {
  const photo = undo();
  if (photo && photo !== seen) openLarge(photo);
}

function pointUnder(event) {
  const box = whole.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width * seen.width, (event.clientY - box.top) / box.height * seen.height];
}

function pointAtEye(point) {
  pointed.push(point);
  if (pointed.length < 2) return;
  const [one, other] = pointed;
  pointed = null;
  if (Math.hypot(one[0] - other[0], one[1] - other[1]) >= 2) adjust(() => cropAboutEyes(one, other, settings));
  showLarge();
}

whole.addEventListener('pointerdown', event => {
  if (!seen.isOpened || event.button !== 0) return;
  if (pointed) return pointAtEye(pointUnder(event));
  if (!seen.crop) return;
  whole.setPointerCapture(event.pointerId);
  drag = {from: pointUnder(event), crop: seen.crop, state: seen.state()};
});
whole.addEventListener('pointermove', event => {
  if (!drag) return;
  const [x, y] = pointUnder(event);
  seen.place({...drag.crop, cx: drag.crop.cx + x - drag.from[0], cy: drag.crop.cy + y - drag.from[1]});
  showLarge();
});
function endDrag() {
  if (!drag) return;
  const placed = seen.crop, {state} = drag;
  drag = null;
  seen.setState(state);
  if (placed.cx !== state.crop.cx || placed.cy !== state.crop.cy) adjust(() => placed);
}
whole.addEventListener('pointerup', endDrag);
whole.addEventListener('pointercancel', endDrag);
whole.addEventListener('wheel', event => {
  event.preventDefault();
  resize(event.deltaY > 0 ? 1.03 : 1 / 1.03);
}, {passive: false});
window.addEventListener('resize', showLarge);
