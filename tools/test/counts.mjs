import { existsSync, readFileSync } from 'node:fs';

/**
 * What a runner came to.
 * @typedef {{ passed: number, failed: number }} Count
 */

/**
 * A check that is one test: it held or it did not.
 * @param {number} exitCode
 * @returns {Count}
 */
export const oneCheck = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * Reads jest's report. A file of specs that could not even be loaded is one failure.
 * @param {unknown} report what `--json` wrote
 * @returns {Count}
 */
export function jestCount(report) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = /** @type {Record<string, number>} */ (report);
  return { passed: number(numPassedTests), failed: number(numFailedTests) + number(numRuntimeErrorTestSuites) };
}

/**
 * Reads Playwright's report. A journey that passes only when tried again has failed.
 * @param {unknown} report what the json reporter wrote
 * @returns {Count}
 */
export function playwrightCount(report) {
  const { stats, errors } = /** @type {{ stats: Record<string, number>, errors?: unknown[] }} */ (report);
  return { passed: number(stats.expected), failed: number(stats.unexpected) + number(stats.flaky) + (errors?.length ?? 0) };
}

/** @param {number | undefined} value */
function number(value) {
  if (value === undefined || !Number.isInteger(value)) throw new Error('A report holds no count where one belongs.');
  return value;
}

/**
 * Counts by a report, but never lets a runner pass that ended badly: without a report, with an unreadable one, or with
 * an exit code that its report does not explain, there is one failure more.
 * @param {string} file
 * @param {(report: unknown) => Count} read
 * @returns {(exitCode: number) => Count}
 */
export const countedBy = (file, read) => (exitCode) => {
  const crashed = { passed: 0, failed: 1 };
  if (!existsSync(file)) return crashed;
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')));
    if (count.failed > 0) return count;
    return exitCode === 0 && count.passed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return crashed;
  }
};

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export const sumOf = (counts) => ({ passed: counts.reduce((sum, { passed }) => sum + passed, 0), failed: counts.reduce((sum, { failed }) => sum + failed, 0) });

/**
 * The closing line of a test run.
 * @param {Count} count
 */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
