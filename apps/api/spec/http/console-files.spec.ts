import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { startTinyApplication, type TinyApplication } from './tiny-application';

describe('the console', () => {
  let built: string;
  let folder: string;
  let tiny: TinyApplication;

  beforeAll(async () => {
    built = mkdtempSync(join(tmpdir(), 'console-'));
    folder = join(built, 'browser');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><html lang="en"><head><style nonce="CSP_NONCE"></style></head><app-root ngCspNonce="CSP_NONCE"><div class="sp-first-words"></div></app-root></html>',
    );
    writeFileSync(
      join(built, 'entrances.json'),
      JSON.stringify({
        '/notice': { en: { needs: [], title: 'Notice', sections: [{ title: 'A & b', what: 'What', more: '<More>' }] }, de: { needs: [] } },
        '/ask': { en: { needs: ['ask-12345678.js'], title: 'Ask & <hear>', purpose: 'What $& costs' }, de: { needs: [], title: 'Fragen', size: 'large' } },
      }),
    );
    writeFileSync(join(folder, 'main-ABCDEF12.js'), 'export {};');
    writeFileSync(join(folder, 'main-ABCDEF12.js.br'), brotliCompressSync('export {};'));
    writeFileSync(join(folder, 'chunk-Ct_-FkJk.js'), 'export {};');
    writeFileSync(join(folder, 'first-paint.js'), '');
    writeFileSync(join(folder, 'main-ABCDEF12.js.map'), '{}');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    tiny = await startTinyApplication({ consoleFolder: folder });
  });
  afterAll(async () => {
    await tiny.app.close();
    rmSync(built, { recursive: true });
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

  it('names at an entrance what it is going to need, and says in the language of the reader what it is about', async () => {
    const [english, german, deeper] = await Promise.all([
      tiny.app.inject({ url: '/ask?x=1' }),
      tiny.app.inject({ url: '/ask', headers: { 'accept-language': 'de-AT,en;q=0.5' } }),
      tiny.app.inject({ url: '/ask/further' }),
    ]);
    expect(english.body).toMatch(/<link rel="modulepreload" href="ask-12345678.js" fetchpriority="low" nonce="[^"]{20,}"><\/head>/);
    expect(english.body).toContain('<div class="sp-first-words"><div class="usual"><h1>Ask &amp; &lt;hear&gt;</h1><p>What $&amp; costs</p></div></div>');
    expect(german.body).toContain('<html lang="de">');
    expect(german.body).toContain('<div class="sp-first-words"><div class="large"><h1>Fragen</h1></div></div>');
    expect(deeper.body).toContain('<div class="sp-first-words"></div>');
  });

  it('says nothing beforehand to whoever may be signed in and led on', async () => {
    const answer = await tiny.app.inject({ url: '/ask', headers: { cookie: '__Host-session=x' } });
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body).toContain('ask-12345678.js');
    expect(answer.body).toContain('<div class="sp-first-words"></div>');
  });

  it.each(['none', 'same-origin'])('tells a browser without a cookie that nobody is signed in there, where it held none back: %s', async (site) => {
    const answer = await tiny.app.inject({ url: '/ask', headers: { 'sec-fetch-site': site } });
    expect(answer.body).toContain('<html lang="en" data-visitor="new">');
  });

  it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, {}])(
    'does not take somebody for a stranger whom another site led here, since their cookies stayed behind: %j',
    async (headers) => {
      const answer = await tiny.app.inject({ url: '/ask', headers });
      expect(answer.body).toContain('<html lang="en">');
      expect(answer.body).toContain('<h1>Ask');
    },
  );

  it('says what follows too, where that is mostly words', async () => {
    const { body } = await tiny.app.inject({ url: '/notice' });
    expect(body).toContain('<div class="sp-prose"><section><h2>A &amp; b</h2><p>What</p><p class="sp-quiet">&lt;More&gt;</p></section></div></div>');
  });

  it.each(['__proto__', 'constructor', 'toString'])('is the plain page at /%s', async (path) => {
    expect((await tiny.app.inject({ url: `/${path}` })).body).toContain('<div class="sp-first-words"></div>');
  });

  it('sends the form of a script that was made small beforehand, to whoever understands it', async () => {
    const [small, plain] = await Promise.all([
      tiny.app.inject({ url: '/main-ABCDEF12.js', headers: { 'accept-encoding': 'gzip, br' } }),
      tiny.app.inject({ url: '/main-ABCDEF12.js' }),
    ]);
    expect([small.headers['content-encoding'], small.headers['content-type'], small.headers['cache-control'], small.headers['vary']]).toEqual([
      'br',
      'application/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'accept-encoding',
    ]);
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe('export {};');
    expect([plain.body, plain.headers['content-encoding']]).toEqual(['export {};', undefined]);
  });

  it('knows either form of a script again by a mark of its own, and never takes one for the other', async () => {
    const url = '/main-ABCDEF12.js';
    const [small, plain] = await Promise.all([tiny.app.inject({ url, headers: { 'accept-encoding': 'br' } }), tiny.app.inject({ url })]);
    const marks = [small, plain].map(({ headers }) => String(headers.etag));
    expect(new Set(marks).size).toBe(2);
    for (const [index, encoding] of ['br', 'identity'].entries()) {
      const answers = await Promise.all(marks.map((mark) => tiny.app.inject({ url, headers: { 'accept-encoding': encoding, 'if-none-match': mark } })));
      expect(answers.map(({ statusCode, headers }) => [statusCode, headers['vary']])).toEqual(
        marks.map((_, at) => [at === index ? 304 : 200, 'accept-encoding']),
      );
    }
    const part = await tiny.app.inject({ url, headers: { 'accept-encoding': 'br', range: 'bytes=0-3' } });
    expect([part.statusCode, part.headers['content-encoding'], part.rawPayload]).toEqual([206, 'br', small.rawPayload.subarray(0, 4)]);
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

  it.each([
    '/api/nothing',
    '/api',
    '/health/nothing',
    '/metrics/x',
    '/missing-12345678.js',
    '/main-ABCDEF12.js.map',
    '/main-ABCDEF12.js.br',
    '/entrances.json',
    '/browser-stats.json',
    '/..%2f..%2fetc%2fpasswd.txt',
    '/.env',
  ])('does not answer %s with a page', async (url) => {
    const answer = await tiny.app.inject({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it('takes nothing that is sent to a page', async () => {
    expect((await tiny.app.inject({ method: 'POST', url: '/ask', payload: {} })).statusCode).toBe(404);
  });

  it('must be built', async () => {
    await expect(startTinyApplication({ consoleFolder: join(folder, 'nothing') })).rejects.toThrow(/not built/);
  });
});
