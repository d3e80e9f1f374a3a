import { StandardSchemaValidationError, type ValidationError } from '@angular/forms/signals';
import type { FieldError } from '@smartpar/kernel';

/** A kind of fault, and the figures its sentence speaks of. */
export interface Fault {
  readonly code: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** A field error the server found. */
export interface ServerError extends ValidationError {
  readonly kind: 'server';
  readonly code: string;
  readonly message: string;
}

/** Makes a form error of what the server said about a field. */
export const serverError = (error: FieldError): ServerError => ({ kind: 'server', code: error.code, message: error.message });

/** Tells the server's errors from the form's own. */
export const isServerError = (error: ValidationError): error is ServerError => error.kind === 'server';

/** Reads the kind of fault off an error, whoever found it: Angular's validators, a zod contract or the server. */
export function faultOf(error: ValidationError): Fault {
  if (isServerError(error)) return { code: error.code, figures: {} };
  if (error instanceof StandardSchemaValidationError) return faultOfIssue({ ...error.issue });
  return { code: ANGULAR[error.kind] ?? error.kind, figures: {} };
}

const ANGULAR: Readonly<Record<string, string>> = {
  required: 'required',
  email: 'email',
  minLength: 'too_small',
  maxLength: 'too_big',
  pattern: 'invalid_format',
};

/** zod hands its issues through: code, bounds and format are read where they stand. */
function faultOfIssue(issue: Readonly<Record<string, unknown>>): Fault {
  const code = ownCodeOf(issue) ?? (typeof issue['code'] === 'string' ? issue['code'] : 'invalid');
  const minimum = numberOf(issue['minimum']);
  const maximum = numberOf(issue['maximum']);
  if (code === 'too_small' && minimum === 1) return { code: 'required', figures: {} };
  if (code === 'too_small') return { code, figures: { minimum: minimum ?? 0 } };
  if (code === 'too_big') return { code, figures: { maximum: maximum ?? 0 } };
  return { code: issue['format'] === 'email' ? 'email' : code, figures: {} };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : null);

/** A contract may name what is wrong more closely than zod does, as the server does in its answer. */
function ownCodeOf({ params }: Readonly<Record<string, unknown>>): string | null {
  const code: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'code') : undefined;
  return typeof code === 'string' ? code : null;
}
