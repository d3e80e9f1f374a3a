import { existsSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { table } from './figures.mjs';
import { round } from './load.mjs';
import { shareIn } from './profile-share.mjs';
import { sendable } from './record.mjs';

/** Most of a request's processor time that deciding who may do what, and saying it in SQL, may take. */
export const MOST = 0.05;

/** Requests of which it is found out. */
export const AUTHORIZED = ['member list page of 50, 10,000 members', 'one request with its conversation and clock'];

const WARM = 4000;

/** Where authorization is: its own slice, the library it asks, and what makes conditions of its rules. */
const PARTS = /(?:^|\/)libs\/access\/(?:api|model)\/|\/node_modules\/@(?:casl|ucast)\/|(?:^|\/)libs\/platform\/database\/src\/(?:narrow|condition)/;

/** @type {Map<string, SourceMap | null>} */
const maps = new Map();

/** @param {string} url of a built program */
function mapOf(url) {
  const known = maps.get(url);
  if (known !== undefined) return known;
  const file = url.startsWith('file:') ? `${fileURLToPath(url)}.map` : '';
  const map = existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null;
  maps.set(url, map);
  return map;
}

/**
 * Tells whether some code is a part of authorization, by where it was written.
 * @param {import('./profile-share.mjs').Frame} frame
 */
function isAuthorization({ url, lineNumber, columnNumber }) {
  if (url === '') return false;
  const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
  return PARTS.test(entry !== undefined && 'originalSource' in entry ? entry.originalSource : url);
}

/**
 * Finds out what share of the processor time authorization takes while the server answers.
 * @param {{ baseUrl: string, pid: number, file: string, connections: number, seconds: number,
 *   benches: readonly import('./bench.mjs').Bench[], facts: Readonly<Record<string, import('./bench.mjs').Facts>> }} what
 *   the server runs with `profiler.mjs`, and writes to `file`
 * @returns {Promise<{ held: boolean, text: string }>}
 */
export async function authorizationShare({ baseUrl, pid, file, connections, seconds, benches, facts }) {
  const rows = [];
  for (const bench of benches) {
    let n = 0;
    const load = {
      url: baseUrl.replace('localhost', '127.0.0.1'),
      connections,
      pids: { alone: pid, family: pid },
      next: () => sendable(bench.ours(facts[bench.name] ?? {}, (n += 1))),
    };
    await round({ ...load, answers: WARM });
    process.kill(pid, 'SIGUSR2');
    await round({ ...load, seconds });
    process.kill(pid, 'SIGUSR2');
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 50));
    const { self, total, samples } = shareIn(JSON.parse(readFileSync(file, 'utf8')), isAuthorization);
    rmSync(file);
    rows.push({ name: bench.name, self, total, samples, held: total <= MOST });
  }
  const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)} %`;
  const cells = rows.map(({ name, self, total, samples, held }) => [
    name,
    ...[String(samples), percent(self), percent(total), percent(MOST)],
    held ? 'held' : 'too much',
  ]);
  return {
    held: rows.every(({ held }) => held),
    text: table([['authorization in the processor time of', 'samples', 'itself', 'with what it calls', 'at most', 'verdict'], ...cells]),
  };
}
