import type { InjectOptions } from 'fastify';
import { startTinyApplication, type TinyApplication } from './tiny-application';

const TOKEN = 'a-token-for-metrics';

describe('health', () => {
  let tiny: TinyApplication;
  beforeAll(async () => void (tiny = await startTinyApplication()));
  afterAll(() => tiny.app.close());

  it('is alive', async () => {
    expect((await tiny.app.inject({ url: '/health/live' })).json()).toEqual({ status: 'live' });
  });

  it.each([
    [true, 200, 'ready'],
    [false, 503, 'not-ready'],
  ])('says whether it can work: %s', async (ready, code, status) => {
    tiny.readiness.ready = ready;
    const answer = await tiny.app.inject({ url: '/health/ready' });
    expect([answer.statusCode, answer.json()]).toEqual([code, { status, checks: [{ name: 'database', ready }] }]);
  });
});

describe('metrics', () => {
  let tiny: TinyApplication;
  afterEach(() => tiny.app.close());

  it.each<[string, Omit<InjectOptions, 'url'>, string | undefined, number]>([
    ['this machine', { remoteAddress: '127.0.0.1' }, undefined, 200],
    ['this machine over IPv6', { remoteAddress: '::1' }, undefined, 200],
    ['another machine', { remoteAddress: '192.0.2.1' }, undefined, 404],
    ['another machine through a proxy on this one', { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.1' } }, undefined, 404],
    ['another machine with the token', { remoteAddress: '192.0.2.1', headers: { authorization: `Bearer ${TOKEN}` } }, TOKEN, 200],
    ['another machine with another token', { remoteAddress: '192.0.2.1', headers: { authorization: 'Bearer x' } }, TOKEN, 404],
    ['this machine where a token is asked for', { remoteAddress: '127.0.0.1' }, TOKEN, 404],
  ])('are for %s: %s', async (_, request, metricsToken, status) => {
    tiny = await startTinyApplication({ metricsToken });
    expect((await tiny.app.inject({ url: '/metrics', ...request })).statusCode).toBe(status);
  });

  it('count by route and hold no id', async () => {
    tiny = await startTinyApplication();
    await tiny.app.inject({ url: '/api/books/0193a5d0-7a3b-7c00-8000-000000000001?size=1' });
    await tiny.app.inject({ url: '/api/nothing/ada@example.com' });
    const { body } = await tiny.app.inject({ url: '/metrics' });
    expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/api/books/:bookId",status="200"} 1');
    expect(body).not.toMatch(/0193a5d0|ada@/);
  });
});
