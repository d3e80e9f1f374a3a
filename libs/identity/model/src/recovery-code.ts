import { codeLetters, codeText, plainCode } from '@smartpar/platform/contract';

/** How many recovery codes there are at once. */
export const RECOVERY_CODES = 10;

/** Letters and digits of a recovery code. */
const LENGTH = 16;

/** Digits of a code from an authenticator app. */
const CODE_DIGITS = 6;

/** What somebody typed as the second proof. */
export type TypedCode = { readonly kind: 'code'; readonly digits: string } | { readonly kind: 'recovery-code'; readonly letters: string };

/**
 * Makes a recovery code: 80 bits, in groups that people can copy by hand.
 * @param random 16 random bytes
 * @returns `K7QM-2XVA-90TB-JH4C`
 */
export const recoveryCodeOf = (random: Uint8Array): string => codeText(random.slice(0, LENGTH));

/**
 * Reads what was typed: a code of six digits, or a recovery code in any spelling. O is taken for 0, I and L for 1, U for V.
 * @returns `null` for anything that can be neither
 */
export function readCode(typed: string): TypedCode | null {
  const plain = plainCode(typed);
  if (/^\d+$/.test(plain) && plain.length === CODE_DIGITS) return { kind: 'code', digits: plain };
  const letters = codeLetters(typed, LENGTH);
  return letters === null ? null : { kind: 'recovery-code', letters };
}
