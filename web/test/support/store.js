// An S3-compatible store in memory, on loopback, as far as rclone asks for it. It asks for no password.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * Resolves to { port, objects, asked, close }: objects are { body, headers } by "bucket/key", asked is what changed them, as
 * "PUT bucket/key" or "DELETE bucket/key", in order.
 */
export async function startStore() {
  const [objects, asked] = [new Map(), []];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://x');
    const name = decodeURIComponent(url.pathname).replace(/^\/|\/$/g, '');
    const body = await bodyOf(request);
    if (!name.includes('/')) {
      if (request.method === 'GET') response.setHeader('Content-Type', 'application/xml').end(listing(objects, name, url.searchParams));
      else response.end();
      return;
    }
    if (request.method === 'PUT' || request.method === 'DELETE') asked.push(`${request.method} ${name}`);
    if (request.method === 'PUT') objects.set(name, { body, headers: request.headers });
    if (request.method === 'DELETE') objects.delete(name);
    answer(response, request.method, objects.get(name));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });
  return { port: server.address().port, objects, asked, close };
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

const tag = (body) => `"${createHash('md5').update(body).digest('hex')}"`;

function answer(response, method, object) {
  if (!object) {
    response.writeHead(method === 'DELETE' ? 204 : 404).end();
    return;
  }
  const kept = Object.entries(object.headers).filter(([header]) => header.startsWith('x-amz-meta-'));
  response.writeHead(200, {
    ...Object.fromEntries(kept), ETag: tag(object.body), 'Last-Modified': new Date().toUTCString(),
    'Content-Type': object.headers['content-type'], 'Content-Length': method === 'PUT' ? 0 : object.body.length,
  }).end(method === 'GET' ? object.body : undefined);
}

/** All at once and without folders, as rclone asks with --fast-list, of names that XML can hold as they are. */
function listing(objects, bucket, asked) {
  const found = [...objects].map(([name, { body }]) => [name.slice(bucket.length + 1), body, name.startsWith(`${bucket}/`)])
    .filter(([key, , isHere]) => isHere && key.startsWith(asked.get('prefix') ?? '')).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = found.map(([key, body]) => `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>`
    + `<ETag>${tag(body)}</ETag><Size>${body.length}</Size></Contents>`);
  return `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>false</IsTruncated>`
    + `${rows.join('')}</ListBucketResult>`;
}
