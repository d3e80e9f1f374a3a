import autocannon from 'autocannon';
import { cpuSeconds } from './cpu.mjs';
import { quantile } from './figures.mjs';

/**
 * Puts load on one address for some seconds.
 * @param {{ url: string, seconds: number, connections: number, pids: { alone: number, family: number }, next: () => { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, headers?: Record<string, string>, body?: string } }} load
 * @returns {Promise<import('./figures.mjs').Round>}
 * @throws {Error} where an answer was anything but a success
 */
export async function round({ url, seconds, connections, pids, next }) {
  /** @type {number[]} */
  const times = [];
  const first = next();
  // A change needs its own body and key each time; what only reads is the same every time.
  const request =
    first.method === 'GET' ? first : { method: first.method, setupRequest: (/** @type {autocannon.Request} */ before) => ({ ...before, ...next() }) };
  /** @type {number | undefined} */
  let refused;
  const before = cpuSeconds(pids);
  const result = await new Promise((/** @type {(result: autocannon.Result) => void} */ resolve, reject) => {
    const running = autocannon({ url, connections, duration: seconds, requests: [request] }, (error, ended) => (error ? reject(error) : resolve(ended)));
    running.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status >= 300) refused ??= status;
    });
  });
  if (refused !== undefined || result.errors > 0 || result.timeouts > 0) {
    throw new Error(
      `${first.method} ${url}${first.path} did not always succeed: status ${refused ?? 'none'}, ${result.errors} errors, ${result.timeouts} timeouts.`,
    );
  }
  return { rate: times.length / result.duration, p99: quantile(times, 0.99), cpu: ((cpuSeconds(pids) - before) * 1000) / times.length };
}
