// Pictures for the tests: a card with a code upon it, and what a camera sees of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import QRCode from 'qrcode';

export const readPng = (path) => PNG.sync.read(readFileSync(path));

/** Where a member card's back has its code: a white square, px at 300 dpi. */
const SQUARE = { left: 55, top: 75, side: 325 };

/** A copy of the card with the QR code of `text` in the square. */
export function withCode(card, text, { left, top, side } = SQUARE) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const pixel = Math.floor(side / (size + 8));
  const at = Math.floor((side - pixel * size) / 2);
  const drawn = new PNG({ width: card.width, height: card.height });
  card.data.copy(drawn.data);
  fill(drawn, left, top, side, side, 255);
  for (let i = 0; i < size * size; ++i) {
    if (data[i]) fill(drawn, left + at + (i % size) * pixel, top + at + Math.floor(i / size) * pixel, pixel, pixel, 0);
  }
  return drawn;
}

function fill(picture, left, top, width, height, grey) {
  for (let y = top; y < top + height; ++y) {
    for (let x = left; x < left + width; ++x) picture.data.set([grey, grey, grey, 255], (y * picture.width + x) * 4);
  }
}

/** Quickly: its size does not matter. */
export const toPng = (picture) => PNG.sync.write(picture, { deflateLevel: 1, filterType: 0 });

/** A film of one frame, 1280 x 720, for Chromium's pretended camera: the card on a grey table. */
export function writeFilm(path, card) {
  const [width, height, table] = [1280, 720, 118];
  const left = Math.floor((width - card.width) / 2);
  const top = Math.floor((height - card.height) / 2);
  const at = (x, y) => {
    const [cx, cy] = [x - left, y - top];
    if (cx < 0 || cy < 0 || cx >= card.width || cy >= card.height) return [table, table, table];
    const start = (cy * card.width + cx) * 4;
    const alpha = card.data[start + 3] / 255;
    return [0, 1, 2].map((i) => card.data[start + i] * alpha + table * (1 - alpha));
  };
  const luma = Buffer.alloc(width * height);
  const [blue, red] = [Buffer.alloc(luma.length / 4), Buffer.alloc(luma.length / 4)];
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const [r, g, b] = at(x, y);
      luma[y * width + x] = 16 + (65.481 * r + 128.553 * g + 24.966 * b) / 255;
      if (x % 2 || y % 2) continue;
      const i = (y / 2) * (width / 2) + x / 2;
      blue[i] = 128 + (-37.797 * r - 74.203 * g + 112 * b) / 255;
      red[i] = 128 + (112 * r - 93.786 * g - 18.214 * b) / 255;
    }
  }
  const head = `YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(path, Buffer.concat([Buffer.from(`${head}FRAME\n`), luma, blue, red]));
}
