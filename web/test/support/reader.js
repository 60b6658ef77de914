import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });

/** The QR code in a picture file's bytes: { text, left, top, side } (px). */
export async function findCode(bytes) {
  const [{ text, position }] = await readBarcodes(new Uint8Array(bytes), { formats: ['QRCode'] });
  return { text, left: position.topLeft.x, top: position.topLeft.y, side: position.topRight.x - position.topLeft.x };
}
