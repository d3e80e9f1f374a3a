import { applyDecorators, HttpCode, SetMetadata, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { ANSWERS } from './answers';

/**
 * A handler that answers with a CSV file, piece by piece. Where a piece cannot be made the connection breaks, so that nobody takes half a file
 * for a whole one.
 * @param description what file
 */
export const AnswersFile = (description: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(ANSWERS, true),
    HttpCode(200),
    RouteConfig({ compress: false }),
    ApiProduces('text/csv'),
    ApiResponse({ status: 200, description, schema: { type: 'string', format: 'binary' } }),
  );

/**
 * A CSV file to be sent as it is made.
 * @param name of the file: `members.csv`
 * @param pieces its text; what is not asked for is not made
 */
export const csvFile = (name: string, pieces: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(pieces, { objectMode: false }), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });
