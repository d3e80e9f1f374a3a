/** How many recovery codes there are at once. */
export const RECOVERY_CODES = 10;

/** Letters and digits of a recovery code; none that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
const LENGTH = 16;
const GROUP = 4;

/** Digits of a code from an authenticator app. */
const CODE_DIGITS = 6;

/** What somebody typed as the second proof. */
export type TypedCode = { readonly kind: 'code'; readonly digits: string } | { readonly kind: 'recovery-code'; readonly letters: string };

/**
 * Makes a recovery code: 80 bits, in groups that people can copy by hand.
 * @param random 16 random bytes
 * @returns `K7QM-2XVA-90TB-JH4C`
 */
export function recoveryCodeOf(random: Uint8Array): string {
  const letters = [...random].slice(0, LENGTH).map((byte) => LETTERS.charAt(byte % LETTERS.length));
  return Array.from({ length: LENGTH / GROUP }, (_, n) => letters.slice(n * GROUP, (n + 1) * GROUP).join('')).join('-');
}

/**
 * Reads what was typed: a code of six digits, or a recovery code in any spelling. O is taken for 0, I and L for 1, U for V.
 * @returns `null` for anything that can be neither
 */
export function readCode(typed: string): TypedCode | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (/^\d+$/.test(plain) && plain.length === CODE_DIGITS) return { kind: 'code', digits: plain };
  const letters = plain.replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V');
  const known = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return known ? { kind: 'recovery-code', letters } : null;
}
