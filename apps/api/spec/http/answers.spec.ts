import { Controller, Get, Module } from '@nestjs/common';
import type { InjectOptions } from 'fastify';
import { startTinyApplication, type TinyApplication } from './tiny-application';

const WALDEN = { title: 'Walden', pages: 352, lentTo: null };
const BOOK_ID = '0193a5d0-7a3b-7c00-8000-000000000001';

@Controller('leaks')
class LeakController {
  @Get()
  everything(): object {
    return { password: 'hunter2' };
  }
}

@Module({ controllers: [LeakController] })
class LeakyModule {}

describe('an answer', () => {
  let tiny: TinyApplication;
  beforeAll(async () => void (tiny = await startTinyApplication()));
  afterAll(() => tiny.app.close());

  it.each<[string, string, unknown]>([
    ['one object', `/api/books/${BOOK_ID}`, WALDEN],
    ['a list', '/api/books/shelf', [WALDEN, WALDEN]],
    ['a page', '/api/books?size=2', { items: [WALDEN, WALDEN], next: null }],
  ])('holds what its contract names and nothing else: %s', async (_, url, expected) => {
    const answer = await tiny.app.inject({ url });
    expect([answer.json(), answer.headers['content-type']]).toEqual([expected, 'application/json; charset=utf-8']);
  });

  it('has the status its handler declares', async () => {
    const loan = { reader: 'ada@example.com', note: 'x', days: 1 };
    const answer = await tiny.app.inject({ method: 'POST', url: '/api/books/loans', payload: loan, headers: { 'idempotency-key': BOOK_ID } });
    expect([answer.statusCode, answer.json()]).toEqual([201, { id: BOOK_ID, key: BOOK_ID }]);
  });

  it('is empty where nothing is answered, whatever the handler returned, and still sets cookies', async () => {
    const answer = await tiny.app.inject({ method: 'DELETE', url: '/api/books/loans' });
    expect([answer.statusCode, answer.body, answer.cookies[0]?.name]).toEqual([204, '', 'seen']);
  });

  it.each<[string, InjectOptions]>([
    ['a list', { url: '/api/books/shelf' }],
    ['one object', { url: `/api/books/${BOOK_ID}` }],
    ['nothing', { method: 'DELETE', url: '/api/books/loans' }],
    ['a problem', { url: '/api/nothing' }],
    ['a refusal of another site', { method: 'DELETE', url: '/api/books/loans', headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a failure of ours', { url: '/api/books/burning' }],
    ['an address that cannot be decoded', { url: '/api/books/%zz' }],
    ['the description of the API', { url: '/api/openapi.json' }],
    ['health', { url: '/health/live' }],
    ['readiness', { url: '/health/ready' }],
    ['metrics', { url: '/metrics' }],
  ])('is kept by no cache: %s', async (_, request) => {
    expect((await tiny.app.inject(request)).headers['cache-control']).toBe('no-store');
  });

  it('is compressed when it is long and the reader can unpack it', async () => {
    const answered = async (url: string, encoding: string) =>
      (await tiny.app.inject({ url, headers: { 'accept-encoding': encoding } })).headers['content-encoding'];
    expect(
      await Promise.all([answered('/api/books?size=100', 'gzip'), answered('/api/books?size=1', 'gzip'), answered('/api/books?size=100', 'identity')]),
    ).toEqual(['gzip', undefined, undefined]);
  });

  it('must be declared, or the application does not start', async () => {
    await expect(startTinyApplication({}, LeakyModule)).rejects.toThrow('LeakController.everything');
  });
});
