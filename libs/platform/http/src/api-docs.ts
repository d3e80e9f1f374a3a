import { join } from 'node:path';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { notFound } from '@smartpar/kernel';
import * as z from 'zod';
import { problemContract } from './problem';

/** Security policy of the documentation page: everything from here, nothing inline but style attributes. */
const DOCS_CONTENT_SECURITY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>SmartPAR privacy console: API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, supportedSubmitMethods: [], validatorUrl: null });
`;

/** Describes the API at `/api/openapi.json` (OpenAPI 3.1) and, for people, at `/api/docs`. */
export function serveApiDocs(app: NestFastifyApplication, version: string): void {
  const server = app.getHttpAdapter().getInstance();
  let description: string | undefined;
  server.get('/api/openapi.json', (_, reply) => {
    description ??= JSON.stringify(describeApi(app, version));
    return reply.header('content-type', 'application/json; charset=utf-8').send(description);
  });
  server.get('/api/docs', (_, reply) =>
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCS_CONTENT_SECURITY }).send(PAGE),
  );
  server.get('/api/docs/start.js', (_, reply) => reply.header('content-type', 'text/javascript; charset=utf-8').send(START));
  server.get<{ Params: { file: string } }>('/api/docs/:file', async (request, reply) => {
    const type = FILES[request.params.file];
    if (type === undefined) throw notFound();
    return reply.headers({ 'content-type': type, 'cache-control': 'public, max-age=86400' }).send(await readFile(join(docsFolder(), request.params.file)));
  });
}

/** The description of every route, its parameters, bodies and answers. */
export function describeApi(app: NestFastifyApplication, version: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('SmartPAR privacy console')
    .setDescription('Every error is a problem document (RFC 9457). Unsafe calls of somebody signed in carry an Idempotency-Key.')
    .setVersion(version)
    .addCookieAuth('__Host-session', { type: 'apiKey', in: 'cookie' }, 'session')
    .setOpenAPIVersion('3.1.0')
    .build();
  const document = SwaggerModule.createDocument(app, builder, { operationIdFactory: (controller, method) => `${controller}.${method}` });
  return withProblems(document);
}

/** Every operation may answer with a problem. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const problem = { description: 'A problem.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  const { $schema: _, ...schema } = z.toJSONSchema(problemContract);
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, put, patch, remove]) if (operation !== undefined) operation.responses.default = problem;
  }
  const components = { ...document.components };
  components.schemas = Object.assign({ ...components.schemas }, { Problem: schema });
  return { ...document, components };
}

/** Where the interface's files lie: they come with @nestjs/swagger. */
function docsFolder(): string {
  const fromSwagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
  return join(fromSwagger.resolve('swagger-ui-dist/package.json'), '..');
}
