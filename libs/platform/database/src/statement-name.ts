/** Most statements a connection keeps prepared. Texts come from the program, so a running process meets a few hundred. */
const MOST = 500;

const names = new Map<string, string>();

/**
 * The name a statement is prepared under, so that the server parses and plans it once per connection.
 * @param text SQL, always the same for the same place in the program
 * @returns `undefined` once there are too many texts; those run unprepared
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
