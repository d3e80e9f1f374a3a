/** Letters and digits of codes that people copy by hand; none that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
const GROUP = 4;

/**
 * Writes random bytes as a code people can copy by hand: five bits of each byte, in groups of four.
 * @returns `K7QM-2XVA-90TB-JH4C` of 16 bytes
 */
export function codeText(random: Uint8Array): string {
  const letters = [...random].map((byte) => LETTERS.charAt(byte % LETTERS.length));
  return Array.from({ length: letters.length / GROUP }, (_, n) => letters.slice(n * GROUP, (n + 1) * GROUP).join('')).join('-');
}

/** What was typed, without what only parts it, in capitals and in one spelling of each letter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Reads such a code in any spelling: O is taken for 0, I and L for 1, U for V.
 * @param length how many letters it has
 * @returns its letters, or `null` for anything else
 */
export function codeLetters(typed: string, length: number): string | null {
  const letters = plainCode(typed).replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V');
  return letters.length === length && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : null;
}
