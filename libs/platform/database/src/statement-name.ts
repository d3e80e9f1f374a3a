/** Most statements a connection keeps prepared. Texts come from the program, so a connection meets a few hundred. */
const MOST = 500;

const namesOf = new WeakMap<object, Map<string, string>>();

/**
 * The name a statement is prepared under, so that the server parses and plans it once per connection.
 * @param connection the one it is prepared on
 * @param text SQL, always the same for the same place in the program
 * @returns `undefined` once the connection has too many; further texts run unprepared
 */
export function statementName(connection: object, text: string): string | undefined {
  const names = namesOf.get(connection) ?? new Map<string, string>();
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return undefined;
  const name = `s${names.size}`;
  namesOf.set(connection, names.set(text, name));
  return name;
}

/**
 * Writes a statement once for each condition it is narrowed by. Putting a long text together for every read, and recognizing
 * it again, would cost as much as reading a row.
 * @param write puts the statement together
 */
export function textPer(write: (condition: string) => string): (condition: string) => string {
  const texts = new Map<string, string>();
  return (condition) => {
    const text = texts.get(condition) ?? write(condition);
    if (texts.size < MOST) texts.set(condition, text);
    return text;
  };
}
