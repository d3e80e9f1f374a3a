/**
 * Waits for statements that were sent together, and fails with the error of the first that failed: those behind it only say that the
 * transaction is lost.
 * @param statements in the order in which they were sent
 */
export async function together<T extends readonly Promise<unknown>[]>(statements: readonly [...T]): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const outcomes = await Promise.allSettled<unknown>(statements);
  const values = outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
  return values as { [K in keyof T]: Awaited<T[K]> }; // as: one value for each statement, in order
}
