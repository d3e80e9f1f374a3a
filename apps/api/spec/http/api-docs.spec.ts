import { startTinyApplication, type TinyApplication } from './tiny-application';

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}
interface Description {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { readonly properties: object }> };
}

describe('the description of the API', () => {
  let tiny: TinyApplication;
  let api: Description;

  beforeAll(async () => {
    tiny = await startTinyApplication();
    api = (await tiny.app.inject({ url: '/api/openapi.json' })).json<Description>();
  });
  afterAll(() => tiny.app.close());

  it('is OpenAPI 3.1 of this version', () => {
    expect([api.openapi, api.info.version]).toEqual(['3.1.0', '1.2.3']);
  });

  it('knows every route', () => {
    expect(Object.keys(api.paths).sort()).toEqual([
      '/api/books',
      '/api/books/burning',
      '/api/books/busy',
      '/api/books/loans',
      '/api/books/misprinted',
      '/api/books/shelf',
      '/api/books/{bookId}',
    ]);
  });

  it('takes bodies and answers from their contracts', () => {
    expect(api.paths['/api/books/loans']?.['post']?.requestBody?.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/BookToLend' });
    expect(api.paths['/api/books/{bookId}']?.['get']?.responses['200']?.content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Book' });
    expect(Object.keys(api.components.schemas['Book']?.properties ?? {})).toEqual(['title', 'pages', 'lentTo']);
  });

  it('names the header that makes an act happen once', () => {
    expect(api.paths['/api/books/loans']?.['post']?.parameters).toEqual([expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true })]);
  });

  it('names what may be asked in a query', () => {
    expect(api.paths['/api/books']?.['get']?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['size', false],
      ['after', false],
    ]);
  });

  it('says that anything may end in a problem', () => {
    const operations = Object.values(api.paths).flatMap((path) => Object.values(path));
    expect(operations.every(({ responses }) => responses['default']?.content?.['application/problem+json'] !== undefined)).toBe(true);
    expect(Object.keys(api.components.schemas['Problem']?.properties ?? {})).toEqual(['type', 'title', 'status', 'detail', 'code', 'instance', 'errors']);
  });

  it('can be read by people, with nothing from elsewhere and nothing inline', async () => {
    const page = await tiny.app.inject({ url: '/api/docs' });
    const parts = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((found) => found[1] ?? '');
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
    expect(page.body).not.toMatch(/<script>|<style>|https?:/);
    const answers = await Promise.all(parts.map((url) => tiny.app.inject({ url })));
    expect(answers.map(({ statusCode, headers }) => [statusCode, String(headers['content-type']).split(';')[0]])).toEqual([
      [200, 'text/css'],
      [200, 'text/javascript'],
      [200, 'text/javascript'],
    ]);
  });

  it.each(['/api/docs/package.json', '/api/docs/..%2fpackage.json', '/api/docs/swagger-ui.js.map'])('serves no other file: %s', async (url) => {
    expect((await tiny.app.inject({ url })).statusCode).toBe(404);
  });
});
