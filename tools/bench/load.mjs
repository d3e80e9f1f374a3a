import autocannon from 'autocannon';
import { cpuSeconds } from './cpu.mjs';
import { quantile } from './figures.mjs';

/**
 * Puts load on one address, for some seconds or, to warm it up, until it has answered so often.
 * @param {{ url: string, seconds?: number, answers?: number, connections: number, pids: { alone: number, family: number }, next: () => { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, headers?: Record<string, string>, body?: string } }} load
 * @returns {Promise<import('./figures.mjs').Round>}
 * @throws {Error} where an answer was anything but a success
 */
export async function round({ url, seconds, answers, connections, pids, next }) {
  /** @type {number[]} */
  const times = [];
  const { method, path } = next();
  // Each time afresh, for reading too: what is asked about changes, and both sides pay for it.
  const request = { method, setupRequest: (/** @type {autocannon.Request} */ before) => ({ ...before, ...next() }) };
  /** @type {number | undefined} */
  let refused;
  const [before, started] = [cpuSeconds(pids), performance.now()];
  const result = await new Promise((/** @type {(result: autocannon.Result) => void} */ resolve, reject) => {
    const running = autocannon(
      { url, connections, ...(answers === undefined ? { duration: seconds } : { amount: answers }), requests: [request] },
      (error, ended) => (error ? reject(error) : resolve(ended)),
    );
    running.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status >= 300) refused ??= status;
    });
  });
  if (refused !== undefined || result.errors > 0 || result.timeouts > 0) {
    throw new Error(`${method} ${url}${path} did not always succeed: status ${refused ?? 'none'}, ${result.errors} errors, ${result.timeouts} timeouts.`);
  }
  const elapsed = (performance.now() - started) / 1000;
  return { rate: times.length / elapsed, p99: quantile(times, 0.99), cpu: ((cpuSeconds(pids) - before) * 1000) / times.length };
}
