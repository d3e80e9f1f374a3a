import { readFileSync, truncateSync } from 'node:fs';
import { recordingOf, transactionsOf } from './recording.mjs';

/** How often the server answers before it is recorded: what it caches is cached by then. */
const WARM = 3;
/** How often recording is tried: work of the server's own may come in between. */
const TRIES = 5;

/**
 * Records what the server sends for a bench's request, by making the same one twice.
 * @param {{ bench: import('./bench.mjs').Bench, facts: import('./bench.mjs').Facts, baseUrl: string, file: string }} what
 * @returns {Promise<import('./recording.mjs').Recording>}
 */
export async function record({ bench, facts, baseUrl, file }) {
  const sent = async () => {
    truncateSync(file);
    const { path, ...request } = sendable(bench.ours(facts, 1));
    const answer = await fetch(`${baseUrl}${path}`, request);
    if (!answer.ok) throw new Error(`"${bench.name}" failed: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
    return transactionsOf(
      lines.map((line) => JSON.parse(line)),
      organizationIn(path),
    ).flat();
  };
  for (let time = 0; time < WARM; time += 1) await sent();
  for (let time = 0; time < TRIES; time += 1) {
    const recording = recordingOf([await sent(), await sent()], bench.about?.(facts, 1));
    if (recording !== null) return recording;
  }
  throw new Error(`The server never sent the same twice for "${bench.name}".`);
}

/**
 * A request of a bench with its body as text.
 * @param {import('./bench.mjs').Request} request
 */
export function sendable({ body, headers, ...request }) {
  return body === undefined ? { ...request, headers } : { ...request, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** @param {string} path */
export function organizationIn(path) {
  const id = /^\/api\/organizations\/([0-9a-f-]{36})\b/.exec(path)?.[1];
  if (id === undefined) throw new Error(`${path} names no organization.`);
  return id;
}
