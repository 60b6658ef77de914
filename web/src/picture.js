/** Longer sides are made shorter: a phone's 50 megapixels hold no more of a code than these do. */
const LONGEST_SIDE = 3000;

/** The pixels of a picture file, upright; rejects when the browser cannot open it. */
export async function openPicture(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  try {
    return pixels(document.createElement('canvas'), bitmap, width, height);
  } finally {
    bitmap.close();
  }
}

/** What `source` (a picture or a running video) shows now, drawn upon `canvas` at the given size. */
export function pixels(canvas, source, width, height) {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
