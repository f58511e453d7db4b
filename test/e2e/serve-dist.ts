/** Serves `dist/` on a free port, as a plain web server would, and says which. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

if (!existsSync(dist)) {
  process.stderr.write(
    'There is no `dist/` to serve. Run `npm run build`, then start the browser tests again.\n',
  );
  process.exit(1);
}

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
  const wanted = join(dist, path.endsWith('/') ? join(path, 'index.html') : path);
  const isThere = statSync(wanted, { throwIfNoEntry: false })?.isFile() ?? false;
  const file = isThere ? wanted : join(dist, '404.html');
  response.writeHead(isThere ? 200 : 404, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
  });
  createReadStream(file).pipe(response);
});

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Serving dist/ on port ${(server.address() as AddressInfo).port}\n`);
});
