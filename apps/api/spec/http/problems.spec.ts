import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { startTinyApplication, type TinyApplication } from './tiny-application';

const KEY = '0193a5d0-7a3b-7c00-8000-000000000001';
const LOAN = { reader: 'ada@example.com', note: 'for Sunday', days: 3 };
const post = (payload: InjectOptions['payload'], headers: Record<string, string> = {}): InjectOptions => ({
  method: 'POST',
  url: '/api/books/loans',
  payload,
  headers: { 'idempotency-key': KEY, 'content-type': 'application/json', ...headers },
});

let tiny: TinyApplication;
beforeAll(async () => void (tiny = await startTinyApplication()));
afterAll(() => tiny.app.close());

describe('bad input', () => {
  it.each<[string, InjectOptions, number, string]>([
    ['JSON cut short', post('{"reader":'), 400, 'request.malformed'],
    ['no body at all', post(''), 400, 'request.malformed'],
    ['a prototype in the body', post('{"__proto__":{"admin":true}}'), 400, 'request.malformed'],
    ['a constructor in the body', post('{"constructor":{"prototype":{"admin":true}}}'), 400, 'request.malformed'],
    ['a form', post('reader=x', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'request.media_type'],
    ['plain text', post('hello', { 'content-type': 'text/plain' }), 415, 'request.media_type'],
    ['XML', post('<loan/>', { 'content-type': 'application/xml' }), 415, 'request.media_type'],
    ['a file', post('--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }), 415, 'request.media_type'],
    ['more than 256 kB', post(JSON.stringify({ ...LOAN, note: 'x'.repeat(256 * 1024) })), 413, 'request.too_large'],
    ['a list in the place of an object', post('[]'), 422, 'request.invalid'],
    ['text in the place of an object', post('"hello"'), 422, 'request.invalid'],
    ['null', post('null'), 422, 'request.invalid'],
    ['an unknown field', post({ ...LOAN, admin: true }), 422, 'request.invalid'],
    ['control characters', post({ ...LOAN, note: 'a\u0000b' }), 422, 'request.invalid'],
    ['a query nobody knows', { url: '/api/books?sort=title' }, 422, 'request.invalid'],
    ['a query twice', { url: '/api/books?size=1&size=2' }, 422, 'request.invalid'],
    ['a page too large', { url: '/api/books?size=101' }, 422, 'request.invalid'],
    ['an id that is none', { url: '/api/books/1%20or%201=1' }, 404, 'not_found'],
    ['an id that is too long', { url: `/api/books/${'x'.repeat(5000)}` }, 414, 'request.address_too_long'],
    ['an address that cannot be decoded', { url: '/api/books/%zz' }, 400, 'request.malformed'],
    ['an address where nothing is', { url: '/api/nothing' }, 404, 'not_found'],
    ['an address in other letters', { url: '/api/BOOKS' }, 404, 'not_found'],
    ['a method nobody handles', { method: 'PUT', url: '/api/books' }, 404, 'not_found'],
    ['a key that is missing', post(LOAN, { 'idempotency-key': '' }), 400, 'idempotency.key_missing'],
  ])('answers %s with a problem document', async (_, request, status, code) => {
    const answer = await tiny.app.inject(request);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ status, code, type: `urn:smartpar:problem:${code}`, instance: answer.headers['x-request-id'] });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([status, 'no-store']);
    expect(answer.body).not.toMatch(/node_modules|\.ts|Error:|FST_/);
  });

  it('says what is wrong with every field', async () => {
    const { errors } = (await tiny.app.inject(post({ reader: 'ada', note: '', days: 'three' }))).json<{ errors: object[] }>();
    expect(errors).toEqual([
      { field: 'reader', code: 'wrong_format', message: expect.stringContaining('name@example.com') },
      { field: 'note', code: 'too_short', message: expect.any(String) },
      { field: 'days', code: 'wrong_type', message: expect.any(String) },
    ]);
  });

  it('is explained in German to who reads German', async () => {
    const answer = await tiny.app.inject(post({ ...LOAN, reader: 'ada', days: 99 }, { 'accept-language': 'de-CH,de;q=0.9,en;q=0.5' }));
    expect(answer.headers['content-language']).toBe('de');
    expect(answer.json()).toMatchObject({
      title: 'Nicht verwendbar',
      errors: [{ message: expect.stringMatching(/^Das ist keine E-Mail/) }, { message: expect.stringMatching(/^Zu groß/) }],
    });
  });

  it('that is not even HTTP is answered too', async () => {
    await tiny.app.listen(0, '127.0.0.1');
    const { port } = tiny.app.getHttpServer().address() as { port: number }; // as: it listens on TCP
    const answer = await new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nbad header\r\n\r\n'));
      socket.on('data', (data) => (heard += String(data))).on('close', () => resolve(heard));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(answer).toContain('"code":"request.malformed"');
    expect(answer).toMatch(/\r\ncache-control: no-store\r\n[^]*x-content-type-options: nosniff\r\n/);
  });
});

describe('a failure of ours', () => {
  it('is a reference to outsiders and a stack in the log', async () => {
    const answer = await tiny.app.inject({ url: '/api/books/burning?reader=ada@example.com' });
    expect(answer.json()).toMatchObject({ status: 500, code: 'server.error', instance: answer.headers['x-request-id'] });
    expect(answer.body).not.toMatch(/duplicate|books\b.*table|ada@/);
    const line = tiny.logged.find((text) => text.includes('unforeseen') && text.includes(String(answer.headers['x-request-id']))) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      route: '/api/books/burning',
      err: { message: expect.stringContaining('duplicate key'), stack: expect.stringContaining('tiny-application') },
    });
    expect(line).not.toContain('ada@');
  });

  it('withholds an answer that breaks its contract', async () => {
    const answer = await tiny.app.inject({ url: '/api/books/misprinted' });
    expect([answer.statusCode, answer.body.includes('Ada')]).toEqual([500, false]);
  });

  it('says when to come back, in whole seconds', async () => {
    const answer = await tiny.app.inject({ url: '/api/books/busy' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '13']);
  });
});
