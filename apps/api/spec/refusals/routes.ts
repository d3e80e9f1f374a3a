import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@smartpar/kernel';
import type { FastifyInstance } from 'fastify';
import type { Browser } from '../identity/browser';

/** What a route answered. */
export interface CalledRoute {
  readonly status: number;
  /** code of the problem document, where it is one */
  readonly code: string | undefined;
  /** the answer without what differs from one to the next */
  readonly body: unknown;
}

/** Every route of the API, as `GET /api/...`, read off the description the server gives of itself. */
export function everyRoute(app: NestFastifyApplication): readonly string[] {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const printed = server.printRoutes({ commonPrefix: false, includeHooks: false });
  return routesIn(printed);
}

/** Calls a route with ids that are well-formed and of nothing, and an empty body where it takes one. */
export async function callOf(
  app: NestFastifyApplication,
  who: Browser,
  name: string,
  organizationId: string,
  headers: Record<string, string> = {},
): Promise<CalledRoute> {
  const [method = 'GET', path = ''] = name.split(' ');
  const url = path.replace('{organizationId}', encodeURIComponent(organizationId)).replace(/\{\w+\}/g, () => newId());
  const answer = await app.inject({
    method: method as 'GET', // as: the table holds nothing but methods
    url,
    headers: {
      ...(who.jar.size > 0 && { cookie: [...who.jar].map(([cookie, value]) => `${cookie}=${value}`).join('; ') }),
      'idempotency-key': randomUUID(),
      ...(method !== 'GET' && method !== 'DELETE' && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(method !== 'GET' && method !== 'DELETE' && { payload: '{}' }),
  });
  const body = answer.body !== '' && /json\b/.test(String(answer.headers['content-type'])) ? (JSON.parse(answer.body) as Record<string, unknown>) : {}; // as: every answer of the API that is no file is an object
  const { instance: _instance, ...told } = body;
  return { status: answer.statusCode, code: typeof body['code'] === 'string' ? body['code'] : undefined, body: told };
}

/** Reads `path (METHOD, METHOD)` lines of the router's own print-out. */
function routesIn(printed: string): readonly string[] {
  const stack: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (found === null) return [];
    const depth = (found[1] ?? '').length / 4;
    stack.length = depth;
    stack.push(found[2] ?? '');
    const path = stack
      .join('')
      .replace(/:(\w+)/g, '{$1}')
      .replace(/(.)\/$/, '$1');
    if (!path.startsWith('/api/') || /^\/api\/(docs|openapi\.json)/.test(path)) return [];
    return (found[3] ?? '')
      .split(', ')
      .filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method))
      .map((method) => `${method} ${path}`);
  });
}
