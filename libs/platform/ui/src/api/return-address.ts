/** Where to go where no address, or none of this console, was given. */
const HOME = '/';

/**
 * Reads an address to return to after signing in; only addresses inside this console count.
 * @param text what stood in the query, from outside
 * @returns an address that begins with one slash, `/` for anything else
 */
export function returnAddress(text: string | null | undefined): string {
  if (text === null || text === undefined || !text.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(text)) return HOME;
  return text.startsWith('/sign-in') ? HOME : text;
}
