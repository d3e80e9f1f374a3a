/** Digits and letters that are not taken for one another when read aloud or copied by hand: no 0 O, 1 I L, U V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** Bytes at or above this would make some letters likelier than others. */
const FAIR = Math.floor(256 / ALPHABET.length) * ALPHABET.length;

/** The shape of a reference: `Q-7K4M-2P9X`. */
const SHAPE = new RegExp(`^Q-[${ALPHABET}]{4}-[${ALPHABET}]{4}$`);

/** Makes a reference by which a person names their request. It grants nothing, so it need not be unguessable. */
export function newReference(): string {
  const letters: string[] = [];
  while (letters.length < 8) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      if (byte < FAIR && letters.length < 8) letters.push(ALPHABET.charAt(byte % ALPHABET.length));
    }
  }
  return `Q-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/**
 * Reads a reference as somebody typed it: in any case, with or without dashes and spaces.
 * @returns the reference, or null for anything else
 */
export function readReference(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const body = letters.length === 9 && letters.startsWith('Q') ? letters.slice(1) : letters;
  const reference = `Q-${body.slice(0, 4)}-${body.slice(4)}`;
  return SHAPE.test(reference) ? reference : null;
}
