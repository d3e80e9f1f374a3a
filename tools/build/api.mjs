import { join } from 'node:path';
import { root } from '../root.mjs';
import { buildInto, isBuiltFrom } from './outputs.mjs';
import { filesUnder, hashOf } from './sources.mjs';

/** Programs of the server: what serves, and the operator's commands. */
const ENTRIES = { main: 'apps/api/src/main.ts', operate: 'apps/api/src/operate.ts' };

const OWN = /^(?:[./\\]|\0|@smartpar\/|@oxc-project\/runtime)/;

const isSource = (/** @type {string} */ file) =>
  !/^libs\/(?:[^/]+\/console|platform\/ui|platform\/testing)\//.test(file) && !file.startsWith('apps/api/spec/') && !file.endsWith('.spec.ts');

/** @returns the files the server is built from */
export const apiSources = () =>
  [
    ...filesUnder(root, ['apps/api', 'libs', 'tools/demo']).filter(isSource),
    ...filesUnder(root, ['package.json', 'package-lock.json', 'tsconfig.base.json', 'tools/build/api.mjs']),
  ].sort();

/**
 * Rolldown's options: our own code in one bundle, node_modules outside, class names kept because Nest and TypeORM read them.
 * @param {string} folder where the programs go
 * @returns {import('rolldown').RolldownOptions & { output: import('rolldown').OutputOptions }}
 */
export const apiBundle = (folder) => ({
  cwd: root,
  input: ENTRIES,
  platform: 'node',
  tsconfig: join(root, 'tsconfig.base.json'),
  external: (id) => !OWN.test(id),
  transform: { target: 'node24' },
  output: { dir: folder, format: 'esm', sourcemap: true, keepNames: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
});

/**
 * Builds the server into `dist/api` unless it is there already.
 * @param {() => void} begins called where there is something to do
 */
export async function buildApi(begins) {
  const target = join(root, 'dist/api');
  const hash = hashOf(root, apiSources());
  if (isBuiltFrom(target, hash)) return;
  begins();
  const { build } = await import('rolldown');
  await buildInto(target, hash, async (folder) => {
    await build({ ...apiBundle(folder), logLevel: 'warn' });
  });
}
