import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InjectOptions } from 'fastify';
import { DEFAULT_RATE_LIMITS, type HttpConfiguration } from '@smartpar/platform/http';
import { startTinyApplication, type TinyApplication } from './tiny-application';

let tiny: TinyApplication | undefined;
afterEach(() => tiny?.app.close());

async function asking(request: InjectOptions, changes: Partial<HttpConfiguration> = {}) {
  tiny ??= await startTinyApplication(changes);
  return tiny.app.inject(request);
}
beforeEach(() => (tiny = undefined));

describe('every answer', () => {
  it.each(['/api/books/shelf', '/api/nothing', '/api/%zz', '/health/live', '/api/books/burning'])('carries the security headers: %s', async (url) => {
    const { headers } = await asking({ url });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect([headers['strict-transport-security'], headers.server, headers['x-powered-by']]).toEqual([undefined, undefined, undefined]);
  });

  it('insists on TLS where there is TLS', async () => {
    expect((await asking({ url: '/api/books/shelf' }, { tls: true })).headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  });

  it('has a reference made here, whatever the client calls it', async () => {
    const { headers } = await asking({ url: '/api/books/shelf', headers: { 'x-request-id': 'mine\u00e4' } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a change asked for by another site', () => {
  it.each<[string, Record<string, string>, number]>([
    ['is refused', { 'sec-fetch-site': 'cross-site' }, 403],
    ['is refused by its origin', { origin: 'http://evil.example' }, 403],
    ['is done for the console itself', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 204],
    ['is done for a program', {}, 204],
  ])('%s', async (_, headers, status) => {
    expect((await asking({ method: 'DELETE', url: '/api/books/loans', headers })).statusCode).toBe(status);
  });
});

describe('a request for another host', () => {
  const HOSTS = { hosts: ['privacy.example.com'] };
  const statusOf = async (host: string, path: string): Promise<number | undefined> => {
    tiny ??= await startTinyApplication(HOSTS);
    const server = tiny.app.getHttpServer();
    if (!server.listening) await tiny.app.listen(0, '127.0.0.1');
    const { port } = server.address() as AddressInfo; // as: it listens on TCP
    const sent = get({ port, path, headers: { host: host.replace('PORT', String(port)) }, agent: false });
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]; // as: what a request tells of its response
    answer.resume();
    return answer.statusCode;
  };

  it.each(['/api/books/shelf', '/api/nothing', '/health/live', '/metrics', '/api/openapi.json'])('is refused, wherever it goes: %s', async (url) => {
    const answer = await asking({ url, headers: { host: 'evil.example', 'accept-language': 'de' } }, HOSTS);
    expect([answer.statusCode, answer.headers['content-type'], answer.json()]).toEqual([
      421,
      'application/problem+json; charset=utf-8',
      expect.objectContaining({ code: 'request.unknown_host', title: 'Falscher Empfänger', detail: expect.stringContaining('Öffnen Sie die Konsole') }),
    ]);
    expect(answer.body).not.toContain('evil');
  });

  it('is told from one for this machine, at the port it came in at', async () => {
    const asked = ['localhost:PORT', '127.0.0.1:PORT', '[::1]:PORT', 'privacy.example.com', 'localhost:1', 'evil.example:PORT'];
    const answered = [];
    for (const host of asked) answered.push(await statusOf(host, '/api/books/shelf'));
    expect(answered).toEqual([200, 200, 200, 200, 421, 421]);
  });

  it('is answered where no host is said to be the only one', async () => {
    expect((await asking({ url: '/api/books/shelf', headers: { host: '10.0.0.7:3000' } })).statusCode).toBe(200);
  });
});

describe('a flood', () => {
  const loan = (remoteAddress: string): InjectOptions => ({ method: 'POST', url: '/api/books/loans', payload: {}, remoteAddress });
  const rateLimits = {
    general: { requests: 4, windowSeconds: 60 },
    named: { ...DEFAULT_RATE_LIMITS.named, 'public-intake': { requests: 1, windowSeconds: 30 } },
  };

  it('is stopped at an entrance of its own before elsewhere', async () => {
    const first = await asking(loan('192.0.2.1'), { rateLimits });
    expect([first.statusCode, first.headers['ratelimit-policy'], first.headers.ratelimit]).toEqual([
      400,
      '"public-intake";q=1;w=30',
      '"public-intake";r=0;t=30',
    ]);
    const second = await asking(loan('192.0.2.1'));
    expect([second.statusCode, second.json<{ code: string }>().code, Number(second.headers['retry-after'])]).toEqual([429, 'rate_limit.exceeded', 30]);
    expect((await asking({ url: '/api/books/shelf', remoteAddress: '192.0.2.1' })).statusCode).toBe(200);
    expect((await asking(loan('192.0.2.2'))).statusCode).toBe(400);
  });

  it('is stopped everywhere in the end', async () => {
    const statuses = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await asking({ url: '/api/books/shelf', remoteAddress: '192.0.2.1' }, { rateLimits })).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });

  it('cannot hide behind an invented address', async () => {
    const statuses = [];
    for (let time = 0; time < 5; time += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${time}` };
      statuses.push((await asking({ url: '/api/books/shelf', remoteAddress: '192.0.2.1', headers }, { rateLimits })).statusCode);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
  });

  it('is told apart behind a proxy that is trusted', async () => {
    const behind = (address: string) =>
      asking({ url: '/api/books/shelf', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': address } }, { rateLimits, trustedProxy: '10.0.0.1' });
    for (let time = 0; time < 5; time += 1) await behind('198.51.100.1');
    expect([(await behind('198.51.100.1')).statusCode, (await behind('198.51.100.2')).statusCode]).toEqual([429, 200]);
  });
});

describe('the log of a request', () => {
  it('names its route and never who, from where or what', async () => {
    await asking({
      method: 'POST',
      url: '/api/books/loans?reader=ada',
      payload: { reader: 'ada@example.com' },
      remoteAddress: '192.0.2.77',
      headers: { cookie: 'a=secret' },
    });
    const line = tiny?.logged.find((text) => text.includes('answered')) ?? '{}';
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.any(String),
      requestId: expect.any(String),
      method: 'POST',
      route: '/api/books/loans',
      status: 400,
      seconds: expect.any(Number),
      msg: 'answered',
    });
  });
});
