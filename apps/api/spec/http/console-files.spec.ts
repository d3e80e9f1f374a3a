import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTinyApplication, type TinyApplication } from './tiny-application';

describe('the console', () => {
  let folder: string;
  let tiny: TinyApplication;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'console-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><app-root ngCspNonce="CSP_NONCE"></app-root><style nonce="CSP_NONCE"></style>');
    writeFileSync(join(folder, 'main-ABCDEF12.js'), 'export {};');
    writeFileSync(join(folder, 'chunk-Ct_-FkJk.js'), 'export {};');
    writeFileSync(join(folder, 'first-paint.js'), '');
    writeFileSync(join(folder, 'main-ABCDEF12.js.map'), '{}');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    tiny = await startTinyApplication({ consoleFolder: folder });
  });
  afterAll(async () => {
    await tiny.app.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/ask', '/org/0193a5d0-7a3b-7c00-8000-000000000001/inbox?page=2', '/healthy'])('is the page at %s', async (url) => {
    const answer = await tiny.app.inject({ url });
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
  });

  it('has a nonce of its own in every answer, the same in page and policy', async () => {
    const [one, other] = await Promise.all([tiny.app.inject({ url: '/' }), tiny.app.inject({ url: '/' })]);
    const nonces = [one, other].map(({ body }) => [...body.matchAll(/[nN]once="([^"]+)"/g)].map((found) => found[1]));
    expect(new Set(nonces[0])).toEqual(new Set([nonces[0]?.[0]]));
    expect(nonces[0]?.[0]).not.toBe(nonces[1]?.[0]);
    expect(one.headers['content-security-policy']).toContain(`style-src-elem 'self' 'nonce-${nonces[0]?.[0]}'`);
    expect(Buffer.from(nonces[0]?.[0] ?? '', 'base64')).toHaveLength(16);
  });

  it.each([
    ['a hashed file for good', '/main-ABCDEF12.js', 'public, max-age=31536000, immutable'],
    ['a hashed part of the script for good', '/chunk-Ct_-FkJk.js', 'public, max-age=31536000, immutable'],
    ['any other file until asked again', '/favicon.svg', 'no-cache'],
    ['a script without a hash until asked again', '/first-paint.js', 'no-cache'],
  ])('keeps %s', async (_, url, caching) => {
    const answer = await tiny.app.inject({ url });
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['x-content-type-options']]).toEqual([200, caching, 'nosniff']);
  });

  it.each(['/api/nothing', '/api', '/health/nothing', '/metrics/x', '/missing-12345678.js', '/main-ABCDEF12.js.map', '/..%2f..%2fetc%2fpasswd.txt', '/.env'])(
    'does not answer %s with a page',
    async (url) => {
      const answer = await tiny.app.inject({ url });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    },
  );

  it('takes nothing that is sent to a page', async () => {
    expect((await tiny.app.inject({ method: 'POST', url: '/ask', payload: {} })).statusCode).toBe(404);
  });

  it('must be built', async () => {
    await expect(startTinyApplication({ consoleFolder: join(folder, 'nothing') })).rejects.toThrow(/not built/);
  });
});
