/**
 * A process that is replaced by a new one on demand: the old one is told to end and waited for, so that its port
 * and its database are free when the new one starts. Several demands in a row make one restart.
 * @param {() => import('node:child_process').ChildProcess} start
 * @param {{ patience?: number }} [options] milliseconds until a process that does not end is killed
 */
export function restartable(start, { patience = 15_000 } = {}) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  /** @type {Promise<void> | null} */
  let restarting = null;
  let stopped = false;

  const end = async () => {
    const old = child;
    child = null;
    if (old === null || old.exitCode !== null || old.signalCode !== null) return;
    const gone = new Promise((resolve) => old.once('exit', resolve));
    old.kill('SIGTERM');
    const impatient = setTimeout(() => old.kill('SIGKILL'), patience);
    await gone;
    clearTimeout(impatient);
  };

  return {
    /** @returns {Promise<void>} when the new process runs */
    restart: () =>
      (restarting ??= end().then(() => {
        restarting = null;
        if (!stopped) child = start();
      })),
    /** Ends the process for good. */
    stop: async () => {
      stopped = true;
      await restarting;
      await end();
    },
  };
}
