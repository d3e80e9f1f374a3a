/** Stops the database server of a run of medium specs. Default export because jest asks for one. */
export default async function tearDown(): Promise<void> {
  const stop: unknown = Reflect.get(globalThis, Symbol.for('smartpar.stop-test-server'));
  if (typeof stop === 'function') await stop();
}
