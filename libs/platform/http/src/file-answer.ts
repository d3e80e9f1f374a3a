import { applyDecorators, HttpCode, SetMetadata, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { ANSWERS } from './answers';

const CSV = 'text/csv';

/** JSON Lines. */
export const JSON_LINES = 'application/jsonl';

/**
 * A handler that answers with a file, piece by piece. Where a piece cannot be made the connection breaks, so that nobody takes half a file
 * for a whole one.
 * @param description what file
 * @param types media types it may be of
 */
export const AnswersFile = (description: string, types: readonly string[] = [CSV]): MethodDecorator =>
  applyDecorators(
    SetMetadata(ANSWERS, true),
    HttpCode(200),
    RouteConfig({ compress: false }),
    ApiProduces(...types),
    ApiResponse({ status: 200, description, schema: { type: 'string', format: 'binary' } }),
  );

/**
 * A CSV file to be sent as it is made.
 * @param name of the file: `members.csv`
 * @param pieces its text; what is not asked for is not made
 */
export const csvFile = (name: string, pieces: AsyncIterable<string>): StreamableFile => textFile(CSV, name, pieces);

/**
 * A file of JSON Lines to be sent as it is made.
 * @param name of the file: `log.jsonl`
 * @param pieces its text; what is not asked for is not made
 */
export const jsonLinesFile = (name: string, pieces: AsyncIterable<string>): StreamableFile => textFile(JSON_LINES, name, pieces);

const textFile = (type: string, name: string, pieces: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(pieces, { objectMode: false }), { type: `${type}; charset=utf-8`, disposition: `attachment; filename="${name}"` });

/**
 * A file of any kind to be sent as it is made.
 * @param name of the file: `evidence.zip`
 * @param pieces its bytes; what is not asked for is not made
 */
export const bytesFile = (type: string, name: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): StreamableFile =>
  new StreamableFile(Readable.from(pieces, { objectMode: false }), { type, disposition: `attachment; filename="${name}"` });
