/** How many lines are worked on before whoever else waits has a turn. */
const SLICE = 100;

/**
 * Works through many things a few at a time, so that requests that came meanwhile are answered in between.
 * @returns what each slice gave, in order
 */
export async function inSlices<T, R>(all: readonly T[], work: (slice: readonly T[]) => readonly R[]): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += SLICE) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    done.push(...work(all.slice(at, at + SLICE)));
  }
  return done;
}
