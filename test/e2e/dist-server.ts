import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const ownDist = fileURLToPath(new URL('../../dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** How a server differs from a plain one. */
export interface ServerSettings {
  /** The built site, where that is not `dist/`. */
  readonly dist?: string;
  /** What it sends with a path, besides the type. */
  readonly headersOf?: (path: string) => Readonly<Record<string, string>>;
  /** What it has at a path in place of the built file. */
  readonly replaced?: ReadonlyMap<string, string>;
  /** Paths at which it has nothing. */
  readonly missing?: ReadonlySet<string>;
  /** What has to be over before it answers for a path. */
  readonly held?: ReadonlyMap<string, Promise<void>>;
  /** Whether built texts go out in gzip, as hosts of static sites send them. */
  readonly compresses?: boolean;
}

/**
 * Serves `dist/` on a free port of this machine, as a plain web server would.
 * @throws Error when nothing was built
 */
export async function serveDist(settings: ServerSettings = {}): Promise<{ port: number; server: Server }> {
  const { dist = ownDist, headersOf, replaced, missing, held, compresses = false } = settings;
  if (!existsSync(dist))
    throw new Error('There is no `dist/` to serve. Run `npm run build`, then start the browser tests again.');
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const wanted = join(dist, path.endsWith('/') ? join(path, 'index.html') : path);
    const isFile = statSync(wanted, { throwIfNoEntry: false })?.isFile() ?? false;
    const isThere = isFile && !missing?.has(path);
    const file = isThere ? wanted : join(dist, '404.html');
    await held?.get(path);
    const type = types[extname(file)];
    const text = replaced?.get(path);
    const isCompressed = compresses && text === undefined && type !== undefined && type !== 'image/png';
    response.writeHead(isThere ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      ...(isCompressed && { 'content-encoding': 'gzip' }),
      ...headersOf?.(path),
    });
    if (text !== undefined) response.end(text);
    else if (isCompressed) createReadStream(file).pipe(createGzip()).pipe(response);
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, server };
}
