// Places in a photo. All are px of the upright photo at its full size; a crop is {cx, cy, width, height, roll_deg}: the
// point (cx, cy) lands at half the crop's width and 47 % of its height, and the photo leans roll_deg clockwise there.
const EYE_LINE = 0.47;
const HEAD_IN_EYES = 3.59;

const radians = degrees => degrees * Math.PI / 180;
const hundredth = value => Math.round(value * 100) / 100;

// The photo turned a quarter clockwise: where a point of a photo `height` px high goes.
const turnedPoint = ([x, y], height) => [height - y, x];

// The point of the photo that lies (dx, dy) from the crop's eye point, as the crop shows it.
function pointInPhoto(crop, dx, dy) {
  const c = Math.cos(radians(crop.roll_deg)), s = Math.sin(radians(crop.roll_deg));
  return [crop.cx + c * dx - s * dy, crop.cy + s * dx + c * dy];
}

function cropCorners({width, height, ...crop}) {
  const [left, right, top, bottom] = [-width / 2, width / 2, -EYE_LINE * height, (1 - EYE_LINE) * height];
  return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => pointInPhoto(crop, x, y));
}

// A crop of the same size about the same middle, which shows the turned photo upright.
function turnedCrop(crop, height) {
  const middle = turnedPoint(pointInPhoto(crop, 0, (0.5 - EYE_LINE) * crop.height), height);
  const down = pointInPhoto({cx: 0, cy: 0, roll_deg: crop.roll_deg}, 0, (0.5 - EYE_LINE) * crop.height);
  return {...crop, cx: middle[0] - down[0], cy: middle[1] - down[1]};
}

function cropAboutEyes(one, other, settings) {
  const [right, left] = one[0] <= other[0] ? [one, other] : [other, one];
  const height = HEAD_IN_EYES * Math.hypot(left[0] - right[0], left[1] - right[1]) / settings.head;
  return {
    cx: (right[0] + left[0]) / 2, cy: (right[1] + left[1]) / 2, width: height * settings.aspect, height,
    roll_deg: Math.atan2(left[1] - right[1], left[0] - right[0]) * 180 / Math.PI
  };
}

// Where nothing is known: the middle of the photo.
function guessedCrop(width, height, settings) {
  const high = 0.9 * Math.min(height, width / settings.aspect);
  return {cx: width / 2, cy: height / 2 - (0.5 - EYE_LINE) * high, width: high * settings.aspect, height: high, roll_deg: 0};
}

// Maps px of the photo onto a canvas that shows the crop and nothing else.
function showCrop(context, crop) {
  const k = context.canvas.width / crop.width;
  const c = k * Math.cos(radians(crop.roll_deg)), s = k * Math.sin(radians(crop.roll_deg));
  context.setTransform(c, -s, s, c, context.canvas.width / 2 - c * crop.cx - s * crop.cy,
                       context.canvas.height * EYE_LINE + s * crop.cx - c * crop.cy);
}

// Maps px of the photo as it came onto those of the photo turned `turns` quarters.
function turnContext(context, turns, width, height) {
  if (turns === 1) context.transform(0, 1, -1, 0, height, 0);
  if (turns === 2) context.transform(-1, 0, 0, -1, width, height);
  if (turns === 3) context.transform(0, -1, 1, 0, 0, width);
}
