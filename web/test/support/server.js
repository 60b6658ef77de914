// A static web server over TLS for the tests, and a log of what was asked.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.pdf': 'application/pdf', '.json': 'application/json', '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
};

/** Makes a certificate for `host` that nobody vouches for, in `work`; gives the files { key, cert }. */
export function certify(host, work) {
  const [key, cert] = [join(work, 'tls.key'), join(work, 'tls.crt')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj',
    `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key, cert };
}

/** Serves `folder` on loopback; resolves to { port, asked, close }. `work` is where its certificate may lie. */
export async function serve(folder, work, host) {
  const { key, cert } = certify(host, work);
  const asked = [];
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'https://x').pathname);
    asked.push(path);
    answer(response, fileOf(folder, path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });
  return { port: server.address().port, asked, close };
}

function fileOf(folder, path) {
  const file = join(folder, normalize(path));
  if (existsSync(file) && statSync(file).isDirectory()) return join(file, 'index.html');
  return file;
}

function answer(response, file) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (!existsSync(file)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/statuslist+cwt');
  createReadStream(file).pipe(response);
}
