// `npm test`: everything that is checked, in order, with one closing line. `npm test -- lint small` runs only those.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { closingLine, sumOf } from './test/counts.mjs';
import { steps } from './test/steps.mjs';

/** A runner that takes longer hangs, and a run that hangs tells nobody anything. */
const PATIENCE = 12 * 60_000;

const QUIET = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NG_CLI_ANALYTICS: 'false' };

/**
 * @param {import('./test/steps.mjs').Step} step
 * @param {(text: Buffer) => void} [hear] takes what it says; without it, it speaks for itself
 * @returns {Promise<number>} its exit code, 1 for one that was killed or could not start
 */
const run = ({ name, args, env }, hear) =>
  new Promise((resolve) => {
    const output = hear === undefined ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, [...args], { cwd: root, stdio: ['ignore', output, output], env: { ...process.env, ...QUIET, ...env } });
    for (const stream of [child.stdout, child.stderr]) if (hear !== undefined) stream?.on('data', hear);
    const impatient = setTimeout(() => {
      process.stderr.write(`"${name}" has not ended after ${PATIENCE / 60_000} minutes and is stopped.\n`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
    }, PATIENCE);
    const end = (/** @type {number} */ code) => {
      clearTimeout(impatient);
      resolve(code);
    };
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });

const all = steps(process.env.ALSO_ON_POSTGRES || undefined);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !all.some((step) => step.name.startsWith(name)));
if (unknown !== undefined) {
  process.stderr.write(`There is no "${unknown}" to run; there are: ${all.map(({ name }) => name).join(', ')}.\n`);
  process.exit(1);
}

/**
 * @param {import('./test/steps.mjs').Step} step
 * @param {(text: Buffer) => void} [hear]
 */
async function perform(step, hear) {
  if (step.report !== undefined) rmSync(join(root, step.report), { force: true });
  const started = performance.now();
  const count = step.count(await run(step, hear));
  return { name: step.name, ...count, seconds: (performance.now() - started) / 1000 };
}

const wanted = all.filter(({ name }) => asked.length === 0 || asked.some((part) => name.startsWith(part)));
const head = (/** @type {string} */ name) => process.stdout.write(`\n=== ${name}\n`);
mkdirSync(join(root, 'dist/test'), { recursive: true });
const results = [];

// Checks keep one core busy each: the first goes beside all others, and whoever goes beside another is heard when it has ended.
const [first, ...others] = wanted.filter(({ single }) => single);
if (first !== undefined) {
  head(first.name);
  const beside = (async () => {
    const ended = [];
    for (const step of others) {
      /** @type {Buffer[]} */
      const said = [];
      ended.push({ said, result: await perform(step, (text) => said.push(text)) });
    }
    return ended;
  })();
  results.push(await perform(first));
  for (const { said, result } of await beside) {
    head(result.name);
    process.stdout.write(Buffer.concat(said));
    results.push(result);
  }
}
for (const step of wanted.filter(({ single }) => !single)) {
  head(step.name);
  results.push(await perform(step));
}

process.stdout.write('\n');
for (const { name, passed, failed, seconds } of results) {
  process.stdout.write(
    `${failed === 0 ? 'held' : 'FELL'}  ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds.toFixed(1).padStart(6)} s\n`,
  );
}
const total = sumOf(results);
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
