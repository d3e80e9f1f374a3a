import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { root } from '../root.mjs';
import { compressFiles } from './compress.mjs';
import { writeEntrances } from './entrances.mjs';
import { buildInto, isBuiltFrom } from './outputs.mjs';
import { filesUnder, hashOf } from './sources.mjs';

/** Angular's own command line, run by this Node. */
export const NG = join(root, 'node_modules/@angular/cli/bin/ng.js');

/** Angular asks nothing and reports nothing, and leaves the server its port: it would listen on PORT whatever it is told. */
export const NG_ENVIRONMENT = { ...process.env, NG_CLI_ANALYTICS: 'false', PORT: undefined };

const isSource = (/** @type {string} */ file) =>
  /^(?:apps\/console\/|libs\/kernel\/|libs\/[^/]+\/(?:model|console)\/|libs\/platform\/(?:ui|contract)\/)/.test(file) && !/\.(?:spec|harness)\.ts$/.test(file);

/** @returns the files the console is built from */
export const consoleSources = () =>
  [
    ...filesUnder(root, ['apps/console', 'libs']).filter(isSource),
    ...filesUnder(root, ['angular.json', 'tsconfig.base.json', 'package-lock.json', 'tools/build']).filter((file) => !file.endsWith('.spec.mjs')),
  ].sort();

/**
 * Builds the console into `dist/console` unless it is there already.
 * @param {() => void} begins called where there is something to do
 */
export async function buildConsole(begins) {
  const target = join(root, 'dist/console');
  const hash = hashOf(root, consoleSources());
  if (isBuiltFrom(target, hash)) return;
  begins();
  await buildInto(target, hash, async (folder) => {
    await ng(['build', 'console', '--configuration', 'production', '--progress', 'false', '--stats-json', '--output-path', relative(root, folder)]);
    writeEntrances(folder);
    await compressFiles(join(folder, 'browser'));
  });
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
const ng = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NG, ...args], { cwd: root, stdio: ['ignore', 2, 2], env: NG_ENVIRONMENT });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The console could not be built (ng ended with ${code ?? 'a signal'}); its own message is above.`)),
    );
  });
