// What each key does, in the grid and in the large view. The same table makes the buttons and the list on the page.
const IN_GRID = [
  {keys: ['ArrowRight', 'j'], words: ['अगली', 'Next'], does: () => move(1)},
  {keys: ['ArrowLeft', 'k'], words: ['पिछली', 'Previous'], does: () => move(-1)},
  {keys: ['ArrowDown'], words: ['नीचे की', 'Below'], does: () => move(columns())},
  {keys: ['ArrowUp'], words: ['ऊपर की', 'Above'], does: () => move(-columns())},
  {keys: ['a'], words: ['स्वीकार', 'Accept'], does: () => decideAndGoOn(current, 'accept')},
  {keys: ['r'], words: ['अस्वीकार', 'Reject'], does: () => decideAndGoOn(current, 'reject')},
  {keys: ['t'], words: ['एक चौथाई घुमाएँ', 'Turn a quarter'], does: () => turn(current)},
  {keys: ['u'], words: ['पिछला काम वापस', 'Undo'], does: () => setCurrent(undo() || current)},
  {keys: ['Delete'], words: ['निर्णय हटाएँ', 'Take the decision back'], does: () => takeBack(current)},
  {keys: ['Enter'], words: ['बड़ा देखें', 'Open large'], does: () => openLarge(current)}
];
const IN_LARGE = [
  {keys: ['a'], words: ['स्वीकार', 'Accept'], does: () => decideLarge('accept')},
  {keys: ['r'], words: ['अस्वीकार', 'Reject'], does: () => decideLarge('reject')},
  {keys: ['u'], words: ['वापस', 'Undo'], does: undoLarge},
  {keys: ['+', '='], words: ['घेरा बड़ा', 'Larger'], does: () => resize(1.03)},
  {keys: ['-', '_'], words: ['घेरा छोटा', 'Smaller'], does: () => resize(1 / 1.03)},
  {keys: ['t'], words: ['चौथाई घुमाएँ', 'Turn'], does: () => turn(seen)},
  {keys: ['['], words: ['बाएँ झुकाएँ', 'Tilt left'], does: () => tilt(-1)},
  {keys: [']'], words: ['दाएँ झुकाएँ', 'Tilt right'], does: () => tilt(1)},
  {keys: ['e'], words: ['आँखें दिखाएँ', 'Click both eyes'], does: startPointing},
  {keys: ['c'], words: ['घेरा ठीक है', 'Frame is right'], does: confirmPlace},
  {keys: ['k'], words: ['पिछली', 'Previous'], does: () => stepLarge(-1)},
  {keys: ['j'], words: ['अगली', 'Next'], does: () => stepLarge(1)},
  {keys: ['Escape'], words: ['बंद', 'Close'], does: closeLarge},
  {keys: ['ArrowLeft'], does: () => shift(-0.01, 0)},
  {keys: ['ArrowRight'], does: () => shift(0.01, 0)},
  {keys: ['ArrowUp'], does: () => shift(0, -0.01)},
  {keys: ['ArrowDown'], does: () => shift(0, 0.01)}
];
const KEY_NAMES = {ArrowRight: '→', ArrowLeft: '←', ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc'};
const keyName = key => KEY_NAMES[key] || key;

function keyRow(names, words) {
  return made('div', {}, made('dt', {}, ...names.flatMap(name => [made('kbd', {textContent: name}), ' '])),
              made('dd', {}, ...inBoth(words)));
}

function showKeys() {
  const list = document.getElementById('keys');
  for (const {keys, words} of IN_GRID) list.append(keyRow(keys.map(keyName), words));
  list.append(keyRow(['← → ↑ ↓', '+', '-', '[', ']'], ['बड़ा देखते समय: घेरा खिसकाएँ, बड़ा-छोटा, झुकाएँ',
                                                      'In the large view: move, size and tilt the frame']),
              keyRow(['e', 'c'], ['बड़ा देखते समय: आँखें दिखाएँ, घेरा ठीक है', 'In the large view: click both eyes; frame is right']));
  const tools = document.getElementById('tools');
  for (const {keys, words, does} of IN_LARGE) {
    if (!words) continue;
    const tool = button(words, keys[0], does);
    tool.prepend(made('kbd', {textContent: keyName(keys[0])}));
    tools.append(tool);
  }
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isTyping = event.target.matches('input');
  const isPressing = event.target.matches('button, summary') && (key === 'Enter' || key === ' ');
  if (isTyping || isPressing) return;
  const found = (seen ? IN_LARGE : IN_GRID).find(one => one.keys.includes(key));
  if (!found || (!seen && !current)) return;
  event.preventDefault();
  found.does();
});
