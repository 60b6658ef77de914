// The photos of the page, as they came and as they stand now. What came is never changed: `turns` and `crop` are what was
// done here, and a turned photo's places are turned when they are asked for.
const settings = JSON.parse(document.getElementById('settings').textContent);
const RANK = {hold: 0, warn: 1, good: 2};

class Photo {
  constructor(element) {
    this.came = JSON.parse(element.textContent);
    this.picture = element.nextElementSibling;  // base64 of a JPEG; read only when it is looked at
    this.before = this.came.override;           // the decision in force when the page was made
    this.card = null;
    this.setState(this.firstState());
  }
  firstState() {
    return {turns: 0, crop: this.came.crop, placed: this.came.crop !== null, decision: this.before};
  }
  state() { return {turns: this.turns, crop: this.crop, placed: this.placed, decision: this.decision}; }
  setState(state) { Object.assign(this, state); }

  get file() { return this.came.file; }
  get grade() { return this.came.grade; }
  get isNew() { return this.decision !== this.before && JSON.stringify(this.decision) !== JSON.stringify(this.before); }
  get width() { return this.turns % 2 ? this.came.height : this.came.width; }
  get height() { return this.turns % 2 ? this.came.width : this.came.height; }
  get rotate() { return (this.came.quarter_turns + this.turns) % 4 * 90; }
  // Whether the crop is still the one that was found, about the eyes that were found.
  get isAsFound() { return this.turns === 0 && JSON.stringify(this.crop) === JSON.stringify(this.came.crop); }
  get isTooSmall() {
    if (this.came.problems.some(problem => problem.code === 'photo_too_small' && problem.grade === 'hold')) return true;
    const {eyes} = this.came;
    if (!eyes || !this.isAsFound) return this.crop !== null && this.crop.height < settings.least_crop_height - 0.01;
    const apart = Math.hypot(eyes.left[0] - eyes.right[0], eyes.left[1] - eyes.right[1]);
    return apart < settings.least_crop_height * settings.head / HEAD_IN_EYES;
  }
  get hasPicture() { return this.picture.textContent.length > 0; }
  get isOpened() { return this.came.width > 0 && this.hasPicture; }

  turnedPoint(point) {
    let height = this.came.height, width = this.came.width;
    for (let i = 0; i < this.turns; ++i) {
      point = turnedPoint(point, height);
      [width, height] = [height, width];
    }
    return point;
  }
  get eyes() {
    const {eyes} = this.came;
    return eyes ? [eyes.right, eyes.left].map(eye => this.turnedPoint(eye)) : [];
  }
  get face() {
    if (!this.came.face) return [];
    const [x, y, w, h] = this.came.face;
    return [[x, y], [x + w, y], [x + w, y + h], [x, y + h]].map(corner => this.turnedPoint(corner));
  }
  turn() {
    if (this.crop) this.crop = turnedCrop(this.crop, this.height);
    this.turns = (this.turns + 1) % 4;
  }
  place(crop) {
    const height = Math.min(Math.max(crop.height, settings.least_crop_height, 8), 2 * Math.max(this.width, this.height));
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    this.crop = {cx: within(crop.cx, this.width), cy: within(crop.cy, this.height), width: height * settings.aspect,
                 height, roll_deg: ((crop.roll_deg + 180) % 360 + 360) % 360 - 180};
  }

  // Why nobody may accept (or decide about) this photo; null when somebody may.
  get refusal() {
    if (!/^[0-9a-f]{64}$/.test(this.came.sha256))
      return ['यह फ़ोटो पढ़ी नहीं जा सकी, इसलिए इस पर निर्णय नहीं हो सकता।',
              'This photo could not be read, so nothing can be decided about it.'];
    if (!this.came.can_be_named)
      return ['फ़ाइल के नाम में ऐसे अक्षर हैं जो पढ़े नहीं जा सकते। फ़ाइल का नाम बदलें।',
              'The file’s name holds bytes that are no letters. Rename the file.'];
    return null;
  }
  get acceptRefusal() {
    if (this.refusal) return this.refusal;
    if (!this.isOpened || this.came.outcome === 'damaged' || this.came.outcome === 'unsupported')
      return ['यह फ़ोटो खुलती नहीं, इसलिए स्वीकार नहीं हो सकती।', 'This photo cannot be opened, so it cannot be accepted.'];
    if (this.isTooSmall)
      return ['चेहरा बहुत छोटा है; यह फ़ोटो स्वीकार नहीं हो सकती।', 'There are too few pixels; this photo cannot be accepted.'];
    return null;
  }

  loadPicture() {
    if (!this.hasPicture) return Promise.resolve(null);
    if (!this.loading) {
      const image = new Image();
      image.src = 'data:image/jpeg;base64,' + this.picture.textContent;
      this.loading = image.decode().then(() => (this.image = image), () => null);
    }
    return this.loading;
  }
  dropPicture() { this.loading = this.image = null; }
}

const photos = Array.from(document.querySelectorAll('script.photo'), element => new Photo(element));
// Doubtful first; within a grade as the files came.
photos.sort((a, b) => RANK[a.grade] - RANK[b.grade] || a.came.place - b.came.place);
