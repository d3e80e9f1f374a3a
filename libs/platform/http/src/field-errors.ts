import type { FieldError } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import * as z from 'zod';

type Issue = z.core.$ZodIssue;

const SPEECH: Readonly<Record<Locale, z.core.$ZodErrorMap>> = { en: z.locales.en().localeError, de: z.locales.de().localeError };

/** Most errors one answer lists: what is wrong a hundred times is wrong. */
const MOST_ERRORS = 50;

/** A message may quote what was sent, but not all of it. */
const LONGEST_MESSAGE = 300;

/**
 * Says what is wrong with a value, field by field, in one language.
 * @param schema the contract
 * @param sent what does not keep to it
 */
export function fieldErrors(schema: z.ZodType, sent: unknown, locale: Locale): readonly FieldError[] {
  const read = schema.safeParse(sent, { error: SPEECH[locale] });
  return read.success ? [] : read.error.issues.flatMap((issue) => ofIssue(issue, sent)).slice(0, MOST_ERRORS);
}

function ofIssue(issue: Issue, sent: unknown): readonly FieldError[] {
  const message = issue.message.slice(0, LONGEST_MESSAGE);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: fieldOf([...issue.path, key]), code: 'unknown_field', message }));
  return [{ field: fieldOf(issue.path), code: codeOf(issue, sent), message }];
}

const fieldOf = (path: readonly PropertyKey[]): string => path.map((step) => String(step).slice(0, 100)).join('.');

function codeOf(issue: Issue, sent: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(sent, issue.path) === undefined ? 'required' : 'wrong_type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large';
    case 'invalid_format':
      return 'wrong_format';
    case 'invalid_value':
    case 'invalid_union':
      return 'not_allowed';
    case 'custom':
      return typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid';
    default:
      return 'invalid';
  }
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), sent);
}
