import { rfc3339, Temporal } from '@smartpar/kernel';
import * as z from 'zod';
import type { $ZodType } from 'zod/v4/core';

/** Takes what a contract names out of a value, and nothing else: a copy, or the very value where there is nothing else in it. */
type Project = (value: unknown) => unknown;

/** A value does not have the shape its contract promises; the answer is withheld. */
export class UnpresentableAnswer extends Error {
  constructor(readonly expected: string) {
    super(`An answer does not have the shape its contract promises: ${expected} expected.`);
  }
}

/**
 * Compiles a contract into a function that copies what the contract names. It is what makes sure that nothing unnamed
 * leaves; it checks kinds, not ranges or formats, since what goes out was made here.
 * @param schema contract of an answer
 */
export function projection(schema: $ZodType): Project {
  if (schema instanceof z.ZodObject) return ofObject(schema);
  if (schema instanceof z.ZodArray) return ofArray(schema);
  if (schema instanceof z.ZodNullable) return ofNullable(schema);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) return projection(schema.def.innerType);
  if (schema instanceof z.ZodUnknown) return (value) => value;
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return text;
  if (schema instanceof z.ZodNumber) return leaf('number');
  if (schema instanceof z.ZodBoolean) return leaf('boolean');
  if (schema instanceof z.ZodEnum) return oneOf(new Set(schema.options));
  if (schema instanceof z.ZodLiteral) return oneOf(schema.values);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return ofRecord(schema.keyType.options, schema.valueType);
  if (schema instanceof z.ZodDiscriminatedUnion) return ofDiscriminatedUnion(schema);
  if (schema instanceof z.ZodUnion) return ofUnion(schema);
  return parsed(schema);
}

/**
 * A plain object that holds just what is named is sent as it is: for the rows of a list, copying would cost more than anything
 * else about the answer. Any other is copied.
 */
function ofObject(schema: z.ZodObject): Project {
  const parts = Object.entries<$ZodType>(schema.shape).map(([key, part]) => ({ key, project: projection(part), optional: part instanceof z.ZodOptional }));
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const required = parts.filter(({ optional }) => !optional).length;
  const holdsNothingElse = (source: Source): boolean => {
    let missing = required;
    let index = 0;
    for (const key in source) {
      // mostly they come in the order in which they are named
      const part = parts[index]?.key === key ? parts[index] : byKey.get(key);
      if (part === undefined) return false;
      if (!part.optional) missing -= 1;
      index += 1;
    }
    return missing === 0;
  };
  return (value) => {
    if (typeof value !== 'object' || value === null) throw new UnpresentableAnswer('object');
    const source = value as Source; // as: just found to be an object
    const exact = Object.getPrototypeOf(source) === Object.prototype && holdsNothingElse(source);
    let copy: Record<string, unknown> | undefined = exact ? undefined : {};
    for (const { key, project, optional } of parts) {
      const given = source[key];
      if (given === undefined && !optional) throw new UnpresentableAnswer(key);
      const taken = given === undefined ? given : project(given);
      if (exact && taken !== given) copy ??= { ...source };
      // what is left empty is not written either
      if (copy !== undefined && taken !== undefined) copy[key] = taken;
    }
    return copy ?? source;
  };
}

type Source = Readonly<Record<string, unknown>>;

function ofArray(schema: z.ZodArray): Project {
  const project = projection(schema.element);
  return (value) => {
    if (!Array.isArray(value)) throw new UnpresentableAnswer('list');
    const given: readonly unknown[] = value;
    const taken = given.map(project);
    return taken.every((item, index) => item === given[index]) ? given : taken;
  };
}

/** The entries under the words its keys are made of; a word may have none. */
function ofRecord(words: readonly (string | number)[], values: $ZodType): Project {
  const project = projection(values);
  return (value) => {
    if (typeof value !== 'object' || value === null) throw new UnpresentableAnswer('object');
    const copy: Record<string, unknown> = {};
    for (const word of words) {
      const part: unknown = Reflect.get(value, word);
      if (part !== undefined) copy[word] = project(part);
    }
    return copy;
  };
}

function ofNullable(schema: z.ZodNullable): Project {
  const project = projection(schema.def.innerType);
  return (value) => (value === null ? null : project(value));
}

/** The alternative that its discriminator names; trying them all would cost more the longer the list is. */
function ofDiscriminatedUnion(schema: z.ZodDiscriminatedUnion): Project {
  const { discriminator } = schema.def;
  const byWord = new Map(
    schema.options.flatMap((option) => [...(option._zod.propValues?.[discriminator] ?? [])].map((word) => [word, projection(option)] as const)),
  );
  return (value) => {
    const word: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, discriminator) : undefined;
    const project = byWord.get(word as Parameters<typeof byWord.get>[0]); // as: anything may be asked for; only what is there is found
    if (project === undefined) throw new UnpresentableAnswer('one of several shapes');
    return project(value);
  };
}

/** The first of the alternatives that fits, as zod chooses. */
function ofUnion(schema: z.ZodUnion): Project {
  const alternatives = schema.options.map(projection);
  return (value) => {
    for (const project of alternatives) {
      try {
        return project(value);
      } catch (error) {
        if (!(error instanceof UnpresentableAnswer)) throw error;
      }
    }
    throw new UnpresentableAnswer('one of several shapes');
  };
}

const oneOf =
  (allowed: ReadonlySet<unknown>): Project =>
  (value) => {
    if (!allowed.has(value)) throw new UnpresentableAnswer([...allowed].join(' or '));
    return value;
  };

const leaf =
  (kind: 'number' | 'boolean'): Project =>
  (value) => {
    if (typeof value !== kind) throw new UnpresentableAnswer(kind);
    return value;
  };

/** Text, or what writes itself as text: dates and instants. */
const text: Project = (value) => {
  if (typeof value === 'string') return value;
  if (value instanceof Temporal.Instant) return rfc3339(value);
  if (value instanceof Temporal.PlainDate) return value.toString();
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new UnpresentableAnswer('text');
};

/** Everything rarer is left to zod, which drops what is not named just as well. */
function parsed(schema: $ZodType): Project {
  return (value) => {
    const read = z.safeParse(schema, value);
    if (!read.success) throw new UnpresentableAnswer(schema._zod.def.type);
    return read.data;
  };
}
