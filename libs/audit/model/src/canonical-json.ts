/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Writes a value as canonical JSON: no white space, members sorted by the UTF-16 code units of their names, numbers and
 * strings as ECMAScript writes them. Equal values give equal text on every machine, so it can be signed and hashed.
 * Members that are `undefined` are left out.
 * @throws {TypeError} for what has no canonical form: numbers that are not finite, lone surrogates, functions, dates
 * @see RFC 8785 (JSON Canonicalization Scheme)
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isPlain(value)) throw new TypeError('Only plain JSON has a canonical form.');
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => (value[key] === undefined ? [] : [`${canonicalString(key)}:${canonicalJson(value[key])}`]));
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('A number that is not finite has no canonical form.');
  return JSON.stringify(value);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('Text with a lone surrogate has no canonical form.');
  return JSON.stringify(text);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

function isPlain(value: unknown): value is { readonly [key: string]: Json | undefined } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
