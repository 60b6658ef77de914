// The buttons that choose what is shown, with how many there are of each.
function filterButton(group, property, value, words) {
  const element = made('button', {type: 'button', 'data-value': value}, ...inBoth(words), ' ', made('b'));
  element.addEventListener('click', () => {
    chosen[property] = value;
    choose();
  });
  document.getElementById(group).append(element);
}

function showCounts() {
  const counts = {
    grades: {all: photos.length, hold: 0, warn: 0, good: 0},
    decided: {all: photos.length, no: 0, yes: 0}
  };
  for (const photo of photos) {
    ++counts.grades[photo.grade];
    ++counts.decided[photo.decision ? 'yes' : 'no'];
  }
  for (const [group, property] of [['grades', 'grade'], ['decided', 'decided']])
    for (const element of document.getElementById(group).children) {
      element.querySelector('b').textContent = counts[group][element.dataset.value];
      element.setAttribute('aria-pressed', chosen[property] === element.dataset.value);
    }
}

filterButton('grades', 'grade', 'all', ['सब', 'All']);
for (const [grade, words] of Object.entries(GRADES)) filterButton('grades', 'grade', grade, words);
filterButton('decided', 'decided', 'all', ['सब', 'All']);
filterButton('decided', 'decided', 'no', ['निर्णय बाकी', 'Not decided']);
filterButton('decided', 'decided', 'yes', ['निर्णय हुआ', 'Decided']);
document.getElementById('search').addEventListener('input', event => {
  chosen.text = event.target.value.trim().toLowerCase();
  choose();
});
