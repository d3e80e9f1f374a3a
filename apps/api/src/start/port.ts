import { createServer } from 'node:net';
import { StartError } from '@smartpar/platform/database';

/**
 * Makes sure that the address can be listened on, before anything else is started.
 * @throws {StartError} with the remedy
 */
export async function assertPortIsFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ host, port, exclusive: true }, () => resolve());
    });
  } catch (error) {
    throw new StartError(sentenceFor(error, host, port), { cause: error });
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

function sentenceFor(error: unknown, host: string, port: number): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken: stop the program that uses it, or choose another with PORT, for example PORT=${port + 1} npm start.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user: choose one above 1023 with PORT.`;
  return `This machine has no address ${host} to listen on: set HOST to one it has, or leave it out for 127.0.0.1.`;
}
