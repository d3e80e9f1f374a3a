/**
 * The form in which names are searched and sorted: last name first, without case and accents.
 * @param lastName null for a person with a single name
 * @returns `silva ana` for Ana Silva
 */
export const foldName = (firstName: string, lastName: string | null): string => foldText(`${lastName ?? ''} ${firstName}`);

/**
 * The other form in which names are searched: first name first.
 * @returns `ana silva` for Ana Silva
 */
export const foldGivenName = (firstName: string, lastName: string | null): string => foldText(`${firstName} ${lastName ?? ''}`);

/** A text without case, accents and needless space, as it is compared. */
export const foldText = (text: string): string => beginningOf(folded(text));

/** Most characters of a name that count in search and order; an index takes no more. */
const MAX_FOLDED = 200;

const beginningOf = (text: string): string => (text.length <= MAX_FOLDED ? text : [...text].slice(0, MAX_FOLDED).join(''));

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
