import { join } from 'node:path';

/** Where set-up leaves for tear-down what stops the server: jest loads the two apart. */
const STOP = Symbol.for('smartpar.stop-test-server');

/** Starts the database server of a run of medium specs. Default export because jest asks for one. */
export default async function setUp(): Promise<void> {
  const { loadTypeScript } = (await import(beside('load-typescript.ts'))) as typeof import('./load-typescript'); // as: jest's set-up finds files by their whole name only
  loadTypeScript();
  const { startTestServer } = (await import(beside('test-server.ts'))) as typeof import('./test-server'); // as: the same
  Object.assign(globalThis, { [STOP]: await startTestServer() });
}

const beside = (name: string): string => join(import.meta.dirname, name);
