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
    const asked = bench.ours(facts, 1);
    const { path, ...request } = sendable(asked);
    const answer = await fetch(`${baseUrl}${path}`, request);
    if (!answer.ok) throw new Error(`"${bench.name}" failed: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
    return transactionsOf(
      lines.map((line) => JSON.parse(line)),
      organizationIn(asked),
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

/**
 * The organization a request is about: its path names it, or its token does.
 * @param {Pick<import('./bench.mjs').Request, 'path' | 'headers'>} request
 */
export function organizationIn({ path, headers }) {
  const id = /^\/api\/organizations\/([0-9a-f-]{36})\b/.exec(path)?.[1] ?? organizationOfToken(headers?.['authorization']);
  if (id === undefined) throw new Error(`${path} names no organization.`);
  return id;
}

/** @param {string | undefined} authorization a token begins with whose it is */
function organizationOfToken(authorization) {
  const names = /^Bearer spt_([\w-]{43})\./.exec(authorization ?? '')?.[1];
  const hex = names === undefined ? undefined : Buffer.from(names, 'base64url').toString('hex');
  return hex?.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
