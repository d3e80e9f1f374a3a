import { DatabaseError } from 'pg';

/** SQLSTATE codes the program reacts to. */
const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const CACHED_PLAN_CHANGED = '0A000';

/**
 * Tells whether a write failed because the same key is there already.
 * @param error what was thrown
 * @param constraint name of the constraint or unique index, where one in particular is meant
 */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean => violates(error, UNIQUE_VIOLATION, constraint);

/**
 * Tells whether a write failed because what it points to is not there, or what points to it still is.
 * @param error what was thrown
 * @param constraint name of the foreign key, where one in particular is meant
 */
export const isForeignKeyViolation = (error: unknown, constraint?: string): boolean => violates(error, FOREIGN_KEY_VIOLATION, constraint);

/** Tells whether the connection an error came over must not be used again. */
export function isBroken(error: Error): boolean {
  if (!(error instanceof DatabaseError)) return true;
  const code = error.code ?? '';
  return code === CACHED_PLAN_CHANGED || code.startsWith('08') || code.startsWith('57P');
}

/**
 * Takes out of an error of the database what quotes the row it is about: such errors end in logs.
 * @returns the same error; anything that is not an error becomes one
 */
export function withoutValues(error: unknown): Error {
  if (error instanceof DatabaseError) {
    error.detail = undefined;
    error.where = undefined;
    error.internalQuery = undefined;
  }
  return error instanceof Error ? error : new Error(String(error));
}

function violates(error: unknown, code: string, constraint?: string): boolean {
  return error instanceof DatabaseError && error.code === code && (constraint === undefined || error.constraint === constraint);
}
