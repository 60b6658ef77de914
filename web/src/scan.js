import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { inflate } from './inflate.js';

const LARGEST_READER = 4 * 1024 * 1024;
let ready;

/** Makes the reader of codes ready; `packed` is its WebAssembly, zlib and base64. Nothing is fetched. */
export function prepareReader(packed) {
  ready ??= inflate(Uint8Array.from(atob(packed), (c) => c.charCodeAt(0)), LARGEST_READER).then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer }, fireImmediately: true }));
  return ready;
}

/** Of a sheet of cards each is told: whoever hides one among copies of another must not hide it from the reader. */
const MOST_CODES = 255;

/** The texts of the QR codes in a picture (ImageData). */
export async function readCodes(picture) {
  await ready;
  const found = await readBarcodes(picture, {
    formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true,
    maxNumberOfSymbols: MOST_CODES, textMode: 'Plain',
  });
  return found.filter((code) => code.isValid).map((code) => code.text);
}
