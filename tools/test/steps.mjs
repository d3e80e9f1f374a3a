import { join } from 'node:path';
import { root } from '../root.mjs';
import { countedBy, jestCount, oneCheck, playwrightCount } from './counts.mjs';

/**
 * One runner of `npm test`.
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args for Node
 * @property {Readonly<Record<string, string>>} [env]
 * @property {string} [report] the file it writes, from the root
 * @property {true} [single] it keeps one core busy and no more
 * @property {(exitCode: number) => import('./counts.mjs').Count} count
 */

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/**
 * @param {string} name
 * @param {string} config
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Step}
 */
function jest(name, config, env = {}) {
  const report = `dist/test/${name.replaceAll(' ', '-')}.json`;
  return {
    name,
    args: [...JEST, '--config', `tools/jest/${config}.config.mjs`, '--json', '--outputFile', report],
    env,
    report,
    count: countedBy(join(root, report), jestCount),
  };
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Step}
 */
const check = (name, args) => ({ name, args, single: true, count: oneCheck });

/** @returns {Step} */
function journeys() {
  const report = 'dist/test/journeys.json';
  return {
    name: 'journeys',
    args: ['tools/journeys.mjs', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, report) },
    report,
    count: countedBy(join(root, report), playwrightCount),
  };
}

/**
 * Everything `npm test` runs, in order.
 * @param {string | undefined} alsoOnPostgres version of an installed PostgreSQL on which the medium specs run once more
 * @returns {Step[]}
 */
export const steps = (alsoOnPostgres) => [
  check('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0']),
  check('types of the server', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']),
  check('types of the console', ['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'apps/console/tsconfig.spec.json', '--noEmit']),
  check('types of the tools', ['node_modules/typescript/bin/tsc', '-p', 'tools/tsconfig.json']),
  jest('small', 'small'),
  jest('console', 'console'),
  jest('medium', 'medium'),
  ...(alsoOnPostgres === undefined ? [] : [jest(`medium on PostgreSQL ${alsoOnPostgres}`, 'medium', { MEDIUM_POSTGRES: alsoOnPostgres })]),
  journeys(),
];
