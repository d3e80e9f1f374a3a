import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import type * as z from 'zod';

/** Metadata key under which a handler says that it declared its answer. */
export const ANSWERS = 'smartpar:answers';

/** How an answer goes out. */
export interface AnswerOptions {
  /** HTTP status; 200 where not said */
  readonly status?: number;
  readonly description?: string;
}

/**
 * What a handler answers: only what the contract names ever leaves, and the API's description says the same. A list
 * is given as `z.array(...)` or a page. Timestamps may be `Temporal.Instant` or `Date`.
 * @param schema the contract of the answer
 */
export const Answers = (schema: z.ZodType, { status = 200, description = 'Done.' }: AnswerOptions = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(ANSWERS, true),
    HttpCode(status),
    RouteSchema({ response: { [status]: schema } }),
    ApiResponse({ status, description, standardSchema: schema }),
  );

/** A handler that answers without content; whatever it returns stays here. */
export const AnswersNothing = ({ status = 204, description = 'Done.' }: AnswerOptions = {}): MethodDecorator =>
  applyDecorators(SetMetadata(ANSWERS, true), HttpCode(status), RouteSchema({ response: { [status]: NOTHING } }), ApiResponse({ status, description }));

/** Stands where the contract of an answer without content would. */
export const NOTHING = Object.freeze({ type: 'null' });
