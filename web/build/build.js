// Makes dist/verify.html, the checking page in one file. The same sources make the same bytes, whatever Node.js builds them.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { deflate } from 'pako';

const folder = new URL('..', import.meta.url);
const text = (path) => readFile(new URL(path, folder), 'utf8');
const inCsp = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** zxing-wasm would fetch its WebAssembly from a site of somebody else's if it were not given it: that address goes. */
const withoutTheirSite = {
  name: 'without their site',
  setup: ({ onLoad }) => onLoad({ filter: /zxing-wasm.*share\.js$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8')).replace('https://fastly.jsdelivr.net/npm/', './'),
  })),
};

async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL(entry, folder))], bundle: true, minify: true, write: false, format: 'esm', charset: 'utf8',
    target: ['chrome111', 'firefox115', 'safari16.4'], legalComments: 'none', logLevel: 'warning', plugins: [withoutTheirSite],
  });
  return outputFiles[0].text.trim();
}

export async function buildPage() {
  const script = await bundle('src/main.js');
  const style = await bundle('src/page.css');
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end the page’s own element');
  // pako rather than Node's own zlib, whose bytes differ from version to version.
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const reader = Buffer.from(deflate(wasm, { level: 9 })).toString('base64');
  const icon = `data:image/svg+xml;base64,${Buffer.from(await text('site/assets/icon.svg')).toString('base64')}`;
  const csp = [
    "default-src 'none'", `script-src ${inCsp(script)} 'wasm-unsafe-eval'`, `style-src ${inCsp(style)}`,
    "img-src 'self' blob: data:", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = { csp, icon, style, reader, script };
  return (await text('src/page.html')).replace(/{{(\w+)}}/g, (place, name) => parts[name] ?? place);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(new URL('dist', folder), { recursive: true });
  await writeFile(new URL('dist/verify.html', folder), await buildPage());
}
