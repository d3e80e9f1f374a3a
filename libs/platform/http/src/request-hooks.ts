import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { crossSiteRefusal } from './cross-site';
import type { Metrics } from './metrics';
import { type Allowance, RateLimit, type RateLimits, tooManyRequests } from './rate-limit';
import { INSTEAD_OF_GENERAL, LIMIT_KEY } from './rate-limited';
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
    // a program brings its token itself: nobody's browser can be made to bring it
    const forged = isForPrograms(request) ? undefined : crossSiteRefusal(request.method, request.headers, origins);
    done(misdirected ?? forged ?? limit?.(request, reply));
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
    const name = limitOf(request);
    const particular = name === undefined ? undefined : byName.get(name);
    if (particular !== undefined && INSTEAD_OF_GENERAL.has(name)) return told(particular, particular.take(request.ip), reply);
    const allowance = everywhere.take(request.ip);
    const narrower = particular?.take(request.ip);
    const shown = narrower === undefined || !allowance.allowed ? allowance : narrower;
    const limit = shown === allowance ? everywhere : (particular ?? everywhere);
    return told(limit, shown, reply);
  };
}

function told({ policy, name }: RateLimit, { allowed, remaining, resetSeconds }: Allowance, reply: FastifyReply): Error | undefined {
  void reply.header('ratelimit-policy', policy).header('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`);
  return allowed ? undefined : tooManyRequests(resetSeconds);
}

const limitOf = ({ routeOptions }: FastifyRequest): unknown => Reflect.get(routeOptions.config, LIMIT_KEY);

const isForPrograms = (request: FastifyRequest): boolean => INSTEAD_OF_GENERAL.has(limitOf(request));
