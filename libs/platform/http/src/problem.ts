import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type FieldError, notFound } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ContractViolation } from './contract-pipe';
import { fieldErrors } from './field-errors';
import { translated } from './sentences';

/** The content type of a problem document. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/**
 * What every error answers.
 * @see RFC 9457
 */
export const problemContract = z.object({
  type: z.string().describe('A URI that names the kind of problem.'),
  title: z.string().describe('What kind of problem it is, in a few words.'),
  status: z.number().int().describe('The HTTP status.'),
  detail: z.string().describe('A sentence a person can act on.'),
  code: z.string().describe('A stable word for the kind of problem, for programs.'),
  instance: z.string().describe('The reference to quote when asking for help: the request id.'),
  errors: z
    .array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
    .optional()
    .describe('What is wrong with which field.'),
});

/** A problem document. */
export type Problem = z.infer<typeof problemContract>;

/** What a problem document is written with. */
export interface ProblemContext {
  readonly requestId: string;
  readonly locale: Locale;
}

/** An error as it goes out: never more than a domain error says. */
export interface Refusal {
  readonly problem: Problem;
  /** seconds for the Retry-After header */
  readonly retryAfterSeconds: number | undefined;
  /** nobody meant this to happen: it belongs in the log */
  readonly unforeseen: boolean;
}

/**
 * Turns whatever was thrown into a problem document. What is not meant for outsiders becomes a 500 with a reference.
 * @param error anything
 */
export function refusalOf(error: unknown, { requestId, locale }: ProblemContext): Refusal {
  const known = error instanceof ContractViolation ? violated(error, locale) : (domainErrorOf(error) ?? unforeseen());
  return {
    problem: {
      type: `urn:smartpar:problem:${known.code}`,
      title: translated(STATUS_CODES[known.status] ?? 'Error', locale),
      status: known.status,
      detail: translated(known.message, locale),
      code: known.code,
      instance: requestId,
      ...(known.fields.length > 0 && { errors: known.fields.map((field) => ({ ...field, message: translated(field.message, locale) })) }),
    },
    retryAfterSeconds: known.retryAfterSeconds,
    // that something is not offered is said on purpose
    unforeseen: known.status >= 500 && known.status !== 501,
  };
}

/** Errors of the server beneath, by status: what they say of themselves is never passed on. */
const SERVER_ERRORS: Readonly<Record<number, { code: string; message: string }>> = {
  400: { code: 'request.malformed', message: 'The request could not be read. Send well-formed JSON.' },
  404: { code: 'not_found', message: notFound().message },
  408: { code: 'request.timeout', message: 'The request took too long to arrive. Send it again.' },
  413: { code: 'request.too_large', message: 'This is more than can be taken at once. Send less than 256 kB.' },
  414: { code: 'request.address_too_long', message: 'The address is too long.' },
  415: { code: 'request.media_type', message: 'Only JSON is understood here. Send it as application/json.' },
  431: { code: 'request.headers_too_large', message: 'The headers are too large.' },
  503: { code: 'server.stopping', message: 'The server is about to stop. Try again in a moment.' },
};

function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const status = statusOf(error);
  const known = status === undefined ? undefined : SERVER_ERRORS[status];
  return known === undefined || status === undefined ? undefined : new DomainError({ ...known, status });
}

/** The status an error of Fastify or Nest carries. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

const unforeseen = (): DomainError =>
  new DomainError({ code: 'server.error', status: 500, message: 'Something went wrong on our side. Try again; if it stays, quote the reference.' });

function violated({ schema, sent, part }: ContractViolation, locale: Locale): DomainError {
  const fields: readonly FieldError[] = fieldErrors(schema, sent, locale);
  const message = part === 'query' ? 'The address asks for something that is not understood.' : 'Some of what was sent cannot be used.';
  return new DomainError({ code: 'request.invalid', status: 422, message, fields });
}
