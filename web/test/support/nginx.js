// The real nginx with packaging/nginx.conf, on loopback.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { source } from './source.js';

const program = '/usr/sbin/nginx';
export const hasNginx = existsSync(program);

/** Serves `folder` with the shipped configuration; only what is marked "yours" in it is replaced. Resolves to { port, stop }. */
export async function startNginx(folder, work, { key, cert }) {
  const [plain, port] = [await freePort(), await freePort()];
  const site = readFileSync(join(source, 'packaging/nginx.conf'), 'utf8')
    .replace(/listen \[::\].*\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace(/ssl_certificate .*;/, `ssl_certificate ${cert};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
    .replace(/root .*;/, `root ${folder};`);
  writeFileSync(join(work, 'site.conf'), site);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');
  writeFileSync(join(work, 'nginx.conf'), `
    ${process.getuid() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${work}/nginx.pid; error_log stderr warn;
    events {}
    http { include /etc/nginx/mime.types; default_type application/octet-stream; ${places} include ${work}/site.conf; }`);
  const server = spawn(program, ['-c', join(work, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (data) => { complaints += data; });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  for (let i = 0; i < 100 && !existsSync(join(work, 'nginx.pid')) && server.exitCode === null; ++i) await new Promise((next) => setTimeout(next, 50));
  if (server.exitCode !== null) throw new Error(complaints);
  return { port, plain, complaints: () => complaints, stop: () => (server.kill('SIGTERM'), ended) };
}

/** A port that nobody listens at just now. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
