import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { StartError } from '@smartpar/platform/database';
import { readConfiguration } from './config/configuration';
import { prepareDemo } from './start/demo';
import { greeting } from './start/greeting';
import { startServer } from './start/server';
import { VERSION } from './version';

// Once it has seen rows outlive a collection, the engine may place all later ones among what lives long, where each answer waits for the slow
// collection. Whether it does is chance; that it never does serves every list.
setFlagsFromString('--no-allocation-site-pretenuring');

// What lives long here is small. Left to itself the engine lets garbage grow to several times that before it looks, and an import would take
// twice the memory it needs.
setFlagsFromString('--heap-growing-percent=50');

/** Starts the server, prints where it is, and stops it cleanly when told to. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const stopping = Promise.withResolvers<NodeJS.Signals>();
  // On, not once: Ctrl-C comes twice under npm (from the terminal, and passed on), and the second must not cut the stop short.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.resolve(signal));
  const server = await startServer(configuration, VERSION);
  const signIns = await prepareDemo({ configuration, database: server.foundations.storage.database, get: (type) => server.app.get(type, { strict: false }) });
  process.stdout.write(
    greeting({
      address: server.address,
      notes: server.notes,
      signIns,
      development: configuration.SMTP_URL === undefined,
      staffFactor: configuration.staffFactor,
    }),
  );
  await stopping.promise;
  await server.stop();
}

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartError
      ? `${error.message}\n`
      : `The server could not start. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
