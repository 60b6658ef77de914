// photo_overrides.csv: every decision, those that were in force before among them.
const HEADINGS = ['file', 'sha256', 'decision', 'rotate', 'crop_cx', 'crop_cy', 'crop_width', 'crop_height',
  'crop_roll_deg', 'eye_right_x', 'eye_right_y', 'eye_left_x', 'eye_left_y', 'by'];

// RFC 4180. A cell that begins or ends with a blank is quoted as well, so that nobody trims it.
const csvCell = text => /[",;\r\n\t]|^ | $/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;

// A name such as "=1+1.jpg" would be a formula where a clerk opens the file in a spreadsheet: "./=1+1.jpg" is the same
// file, and the program takes the two characters off again.
const safeName = name => /^[=+\-@\t\r]/.test(name) ? './' + name : name;
const safeText = text => text.replace(/^[=+\-@\s]+/, '');

function csvRow(file, sha256, row) {
  const crop = row.crop ? ['cx', 'cy', 'width', 'height', 'roll_deg'].map(key => row.crop[key]) : ['', '', '', '', ''];
  const eyes = row.eyes ? [...row.eyes.right, ...row.eyes.left] : ['', '', '', ''];
  const cells = [safeName(file), sha256, row.decision, row.rotate, ...crop, ...eyes,
    safeText(row.by || byField.value.trim())];
  return cells.map(cell => csvCell(String(cell))).join(',');
}

function overridesCsv() {
  const rows = new Map(settings.others.map(one => [one.file, csvRow(one.file, one.sha256, one)]));
  for (const photo of photos)
    if (photo.decision) rows.set(photo.file, csvRow(photo.file, photo.came.sha256, photo.decision));
  return [HEADINGS.join(','), ...rows.values()].map(line => line + '\r\n').join('');
}

function save() {
  if (!byField.value.trim()) {
    say('पहले अपना नाम लिखें।', 'Write your name first.', true);
    byField.focus();
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([overridesCsv()], {type: 'text/csv;charset=utf-8'}));
  link.download = 'photo_overrides.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  isSaved = wasSaved = true;
  rememberDecisions();
  say('photo_overrides.csv सहेजी गई। इसे यहाँ रखें:', `It is saved; now put it here: ${settings.place}`);
}
