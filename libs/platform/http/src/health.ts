import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { notFound } from '@smartpar/kernel';
import type { Metrics } from './metrics';

/** Whether one thing the server needs is there. */
export interface ReadinessCheck {
  /** what: `database`, `migrations` */
  readonly name: string;
  readonly ready: boolean;
}

/** Tells whether the server can do its work. */
export abstract class Readiness {
  /** @returns one line per thing needed; it must not throw, and must not take longer than a few seconds */
  abstract check(): Promise<readonly ReadinessCheck[]>;
}

/** What health and metrics need. */
export interface HealthOptions {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly metricsToken?: string;
}

/** Serves `/health/live`, `/health/ready` and `/metrics`. */
export function serveHealth(server: FastifyInstance, { readiness, metrics, metricsToken }: HealthOptions): void {
  server.get('/health/live', (_, reply) => reply.send({ status: 'live' }));
  server.get('/health/ready', async (_, reply) => {
    const checks = await readiness.check();
    const ready = checks.every((check) => check.ready);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not-ready', checks: checks.map((check) => ({ name: check.name, ready: check.ready })) });
  });
  server.get('/metrics', async (request, reply: FastifyReply) => {
    if (!mayReadMetrics(request, metricsToken)) throw notFound();
    return reply.header('content-type', metrics.contentType).send(await metrics.text());
  });
}

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** With a token set, it is asked of everyone: behind a proxy on this machine everyone seems to come from here. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return sameText(request.headers.authorization ?? '', `Bearer ${token}`);
  return LOOPBACK.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
}

/** Compares in the same time whatever the texts hold. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
