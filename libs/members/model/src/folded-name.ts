/**
 * The form in which names are searched and sorted: last name first, without case and accents.
 * @returns `silva ana` for Ana Silva
 */
export const foldName = (firstName: string, lastName: string): string =>
  `${lastName} ${firstName}`
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
