import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { crossSiteRefusal } from './cross-site';
import type { Metrics } from './metrics';
import { RateLimit, type RateLimits, tooManyRequests } from './rate-limit';
import { LIMIT_KEY } from './rate-limited';
import { unknownHostRefusal } from './unknown-host';

/** What the hooks around every request need. */
export interface HookOptions {
  readonly origins: readonly string[];
  readonly hosts?: readonly string[];
  /** headers of every answer */
  readonly headers: Readonly<Record<string, string>>;
  readonly rateLimits: RateLimits | null;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/**
 * Puts around every request: its id, the security headers, refusal of other hosts, other sites and floods, its line in the log
 * and its place in the metrics.
 */
export function hookRequests(server: FastifyInstance, options: HookOptions): void {
  const { headers } = options;
  const origins = new Set(options.origins);
  const hosts = options.hosts === undefined ? undefined : new Set(options.hosts);
  const limit = options.rateLimits === null ? undefined : limiter(options.rateLimits);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    const misdirected = hosts && unknownHostRefusal({ host: request.headers.host, port: request.socket.localPort }, hosts);
    done(misdirected ?? crossSiteRefusal(request.method, request.headers, origins) ?? limit?.(request, reply));
  });
  const { log, metrics } = options;
  const logged = log.isLevelEnabled('info');
  server.addHook('onResponse', (request, reply, done) => {
    const answered = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, seconds: reply.elapsedTime / 1000 };
    metrics.count(answered);
    if (logged) log.info({ requestId: request.id, ...answered }, 'answered');
    done();
  });
}

type Limiter = (request: FastifyRequest, reply: FastifyReply) => Error | undefined;

/** @see draft-ietf-httpapi-ratelimit-headers-10 */
function limiter({ general, named }: RateLimits): Limiter {
  const everywhere = new RateLimit('general', general);
  const byName = new Map<unknown, RateLimit>(Object.entries(named).map(([name, limit]) => [name, new RateLimit(name, limit)]));
  return (request, reply) => {
    const name: unknown = Reflect.get(request.routeOptions.config, LIMIT_KEY);
    const particular = name === undefined ? undefined : byName.get(name);
    const allowance = everywhere.take(request.ip);
    const narrower = particular?.take(request.ip);
    const shown = narrower === undefined || !allowance.allowed ? allowance : narrower;
    const limit = shown === allowance ? everywhere : (particular ?? everywhere);
    void reply.header('ratelimit-policy', limit.policy).header('ratelimit', `"${limit.name}";r=${shown.remaining};t=${shown.resetSeconds}`);
    return shown.allowed ? undefined : tooManyRequests(shown.resetSeconds);
  };
}
