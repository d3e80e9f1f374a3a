// Runs a program of the server, building first what is not built: `npm start`, `npm run operate -- <command>`.
// Up to the decision this file has to run on any Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { decide } from './start/preflight.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ownNode = `${root}node_modules/.bin/node`;
const [program = 'main', ...args] = process.argv.slice(2);

const decision = decide({
  version: process.versions.node,
  least: JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node.replace(/[^\d.]/g, ''),
  installed: existsSync(`${root}node_modules/rolldown`),
  ownNode: existsSync(ownNode),
});

if (decision.do === 'refuse') refuse(decision.because);
if (decision.do === 'hand over') process.exit(await handOver());

try {
  const { build } = await import('./build.mjs');
  await build('api');
  if (program === 'main') await build('console');
} catch (error) {
  refuse(stripVTControlCharacters(error instanceof Error ? error.message : String(error)));
}

// The program runs in this very process: its exit code, its signals and its end are the server's own.
const file = `${root}dist/api/${program}.js`;
process.argv = [process.execPath, file, ...args];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(file).href);

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Starts over on the Node that came with the packages, and ends as that one ends.
 * @returns {Promise<number>}
 */
function handOver() {
  const child = spawn(ownNode, process.argv.slice(1), { stdio: 'inherit' });
  // A terminal tells the whole group of Ctrl-C; everything else is told to this process alone.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)).on('error', () => resolve(1)));
}
