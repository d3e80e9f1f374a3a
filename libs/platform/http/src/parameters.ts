import { Body as NestBody, createParamDecorator, type ExecutionContext, Param as NestParam, Query as NestQuery } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '@smartpar/kernel';
import { identifier } from '@smartpar/platform/contract';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { ContractPipe, PathPipe } from './contract-pipe';

/** The contract a parameter keeps to. */
export interface Contract {
  readonly schema: z.ZodType;
}

const bodyPipe = new ContractPipe('body');
const queryPipe = new ContractPipe('query');
const pathPipe = new PathPipe();

/** The body of a request, held to its contract. */
export const Body = ({ schema }: Contract): ParameterDecorator => NestBody({ schema, pipes: [bodyPipe] });

/** The query of a request, held to its contract. */
export const Query = ({ schema }: Contract): ParameterDecorator => NestQuery({ schema, pipes: [queryPipe] });

/** A part of the path, held to its contract; what does not keep to it is a 404 like anything missing. */
export const Param = (name: string, { schema }: Contract): ParameterDecorator => NestParam(name, { schema, pipes: [pathPipe] });

const anyIdentifier = identifier();

/** An identifier in the path: `@Id('requestId') requestId: string`. */
export const Id = (name: string): ParameterDecorator => Param(name, { schema: anyIdentifier });

/** What an idempotency key may look like: a UUID is, and so are 16 to 128 visible ASCII characters. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,128}$/;

/** Reads the key of a request. @throws {DomainError} 400 where it is missing or not one */
export function idempotencyKeyOf(request: Pick<FastifyRequest, 'headers'>): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && IDEMPOTENCY_KEY.test(key)) return key;
  throw new DomainError({
    code: 'idempotency.key_missing',
    status: 400,
    message: 'Send an Idempotency-Key header of 16 to 128 visible characters, such as a UUID, and the same one when you try again.',
  });
}

const readKey = createParamDecorator((_: unknown, context: ExecutionContext) => idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()));

/**
 * The `Idempotency-Key` header, which every unsafe call of somebody signed in must carry; pass it to `once`.
 * @see draft-ietf-httpapi-idempotency-key-header
 */
export const IdempotencyKey = (): ParameterDecorator => (target, property, index) => {
  readKey()(target, property, index);
  const method = property === undefined ? undefined : Object.getOwnPropertyDescriptor(target, property);
  if (property === undefined || method === undefined) return;
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Made once per act. Sent again, the act is not done again and the answer is the same; with another content it is refused.',
    schema: { type: 'string', minLength: 16, maxLength: 128 },
  })(target, property, method);
};
