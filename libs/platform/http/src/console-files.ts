import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import { notFound } from '@smartpar/kernel';
import type { FastifyInstance } from 'fastify';
import { acceptedLocale } from './accepted-locale';
import { ConsolePage, visitorOf } from './console-page';
import { pageContentSecurity } from './security-headers';

/** Names that end in the hash of their content never change. */
const HASHED = /-[\w-]{8}\.(?:js|css)(?:\.br)?$/;
/** Paths that are no pages of the console. */
const NOT_THE_CONSOLE = /^\/(api|health|metrics|scim)(\/|$)/;

/**
 * Serves the built console: files whose names hold a hash for good, everything else asked for afresh, and the page
 * itself, with a nonce of its own in every answer, at every address a person may type or come back to.
 * @param folder absolute path of what the build made
 * @throws where there is no page in the folder
 */
export function serveConsole(server: FastifyInstance, folder: string): void {
  const page = ConsolePage.read(folder);
  void server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.map', '**/*.br'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const [path = '/'] = request.url.split('?');
    if (NOT_THE_CONSOLE.test(path) || looksLikeFile(path)) throw notFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': pageContentSecurity(nonce) })
      .send(page.at({ path, locale: acceptedLocale(request.headers['accept-language']), visitor: visitorOf(request.headers), nonce }));
  });
}

/** A missing script must not be answered with a page. */
const looksLikeFile = (path: string): boolean => path.slice(path.lastIndexOf('/')).includes('.');
