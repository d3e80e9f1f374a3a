// Loaded into the server ahead of its own program while it is found out what its processor time goes into: SIGUSR2 begins a profile, and the next one
// writes it to the file BENCH_PROFILE. A server whose speed is measured runs without it.
import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Microseconds between two looks at what is being done. */
const INTERVAL = 200;

const file = process.env['BENCH_PROFILE'] ?? '';
/** @type {Session | undefined} */
let session;

process.on('SIGUSR2', async () => {
  if (session === undefined) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  session = undefined;
  // Whoever waits for it finds all of it or nothing.
  writeFileSync(`${file}.part`, JSON.stringify(profile));
  renameSync(`${file}.part`, file);
});
