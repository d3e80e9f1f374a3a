import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** The one kind of file that is taken as it comes. */
const FILE_TYPE = 'text/csv';

/** Route configuration key of handlers that take a file. */
export const TAKES_FILE = 'takesFile';

/**
 * A handler that takes a file as its body, piece by piece and as large as the handler lets it be. Whatever sends one elsewhere is told that
 * only JSON is understood.
 * @param description what file
 */
export const TakesFile = (description: string): MethodDecorator =>
  applyDecorators(
    RouteConfig({ [TAKES_FILE]: true }),
    ApiConsumes(FILE_TYPE),
    ApiBody({ description, required: true, schema: { type: 'string', format: 'binary' } }),
  );

/** Lets files through to the handlers that take them. */
export function acceptFiles(server: FastifyInstance): void {
  server.addContentTypeParser(FILE_TYPE, (request, payload, done) => {
    if (takesFile(request)) done(null, payload);
    else done(Object.assign(new Error('This handler takes no file.'), { statusCode: 415 }), undefined);
  });
}

/** Tells whether a request is for a handler that takes a file. */
export const takesFile = (request: Pick<FastifyRequest, 'routeOptions'>): boolean => Reflect.get(request.routeOptions.config, TAKES_FILE) === true;

/** A file that arrives. */
export interface ArrivingFile {
  /** how many bytes its sender says it has; `null` where that is not said */
  readonly announced: number | null;
  /** its bytes as they come; it fails where the connection breaks */
  readonly pieces: AsyncIterable<Buffer>;
}

/** The file in the body: `@File() file: ArrivingFile | null`; `null` where the body is none. */
export const File = createParamDecorator((_: unknown, context: ExecutionContext): ArrivingFile | null => {
  const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof Readable)) return null;
  const announced = Number(headers['content-length'] ?? Number.NaN);
  // Whoever refuses a file still answers: the connection is not broken off under the answer.
  return { announced: Number.isSafeInteger(announced) ? announced : null, pieces: { [Symbol.asyncIterator]: () => body.iterator({ destroyOnReturn: false }) } };
});
