import fc from 'fast-check';
import { newId } from '@smartpar/kernel';

/** The part of JSON Schema that the description of the API speaks. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Named schemas, by `#/components/schemas/<name>`. */
export type Schemas = Readonly<Record<string, Schema>>;

/** Values that programs stumble over, wherever they stand. */
const ABSURD: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066',
  '💥'.repeat(50),
  'x'.repeat(30_000),
  "' or '1'='1",
  '%00%s%n${7*7}{{7*7}}',
  '../../etc/passwd',
  '9999-99-99T99:99:99Z',
  '-infinity',
  [],
  [[]],
  {},
  { $ne: null },
  { toString: 'no', constructor: { prototype: 1 } },
  JSON.parse('{"__proto__": {"admin": true}}'),
];

/** Anything, of any shape. */
export const absurd: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...ABSURD), fc.jsonValue({ maxDepth: 3 }), nested(200));

/** What a schema asks for, or nearly so: most parts fit, some are absurd, missing or too many. */
export function inputOf(schema: Schema, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, schemas, depth);
  return fc.oneof({ weight: 29, arbitrary: fitting }, { weight: 1, arbitrary: absurd });
}

function fittingOf(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return absurd;
  if (schema.$ref !== undefined) return fittingOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, depth + 1);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined && choices.length > 0) return fc.oneof(...choices.map((choice) => inputOf(choice, schemas, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined && schema.enum.length > 0) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? 'any'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, schemas, depth)));
}

function ofType(type: string, schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -(2 ** 31)), max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(inputOf(schema.items ?? {}, schemas, depth + 1), { maxLength: 4 });
    case 'object':
      return objectOf(schema.properties ?? {}, schemas, depth);
    default:
      return absurd;
  }
}

function objectOf(properties: Readonly<Record<string, Schema>>, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inputOf(part, schemas, depth + 1)]));
  const missing = fc.record(parts, { requiredKeys: [] });
  const unknown = fc.record({ ...parts, unheardOf: absurd });
  return fc.oneof({ weight: 6, arbitrary: fc.record(parts) }, { weight: 1, arbitrary: missing }, { weight: 1, arbitrary: unknown });
}

function textOf({ format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.constant(null).map(() => newId());
  if (format === 'email') return fc.emailAddress();
  if (format === 'date') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  return fc.oneof(fc.emailAddress(), fc.lorem({ maxCount: 4 }), fc.string({ ...length, unit: 'grapheme' }), fc.string({ ...length, unit: 'binary' }));
}

function nested(levels: number): fc.Arbitrary<unknown> {
  return fc.constant(JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`));
}
