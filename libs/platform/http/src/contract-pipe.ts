import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { notFound } from '@smartpar/kernel';
import * as z from 'zod';

/** Something that was sent does not keep to its contract. The problem filter says what, in the reader's language. */
export class ContractViolation extends Error {
  constructor(
    readonly schema: z.ZodType,
    readonly sent: unknown,
    readonly part: 'body' | 'query' | 'path',
  ) {
    super(`The ${part} does not keep to its contract.`);
  }
}

/** Holds what was sent to the contract beside its parameter, and passes on nothing the contract does not name. */
export class ContractPipe implements PipeTransform {
  constructor(private readonly part: 'body' | 'query') {}

  /** @throws {ContractViolation} for the problem filter */
  transform(sent: unknown, { schema }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) throw new TypeError(`A ${this.part} needs a contract.`);
    const read = schema.safeParse(sent);
    if (!read.success) throw new ContractViolation(schema, sent, this.part);
    return read.data;
  }
}

/** Holds a part of the path to its contract; what does not keep to it names nothing there is. */
export class PathPipe implements PipeTransform {
  /** @throws {DomainError} the same 404 as for anything missing */
  transform(sent: unknown, { schema }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) throw new TypeError('A part of the path needs a contract.');
    const read = schema.safeParse(sent);
    if (!read.success) throw notFound();
    return read.data;
  }
}
