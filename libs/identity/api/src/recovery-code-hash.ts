import { createHash, randomBytes } from 'node:crypto';
import { readCode, RECOVERY_CODES, recoveryCodeOf } from '@smartpar/identity/model';

const RANDOM_BYTES = 16;

/** A set of recovery codes, and the only form of them that is stored. */
export interface NewRecoveryCodes {
  readonly codes: readonly string[];
  readonly hashes: readonly Buffer[];
}

/** Makes recovery codes nobody could have known before. */
export function newRecoveryCodes(accountId: string): NewRecoveryCodes {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RANDOM_BYTES)));
  return { codes, hashes: codes.map((code) => recoveryCodeHash(accountId, lettersOf(code))) };
}

/** The hash of a code. It is random and long, so a fast hash keeps it; the account in it keeps the hashes of two accounts apart. */
export const recoveryCodeHash = (accountId: string, letters: string): Buffer => createHash('sha256').update(`${accountId} ${letters}`).digest();

function lettersOf(code: string): string {
  const read = readCode(code);
  if (read?.kind !== 'recovery-code') throw new Error('What was made as a recovery code reads as one.');
  return read.letters;
}
