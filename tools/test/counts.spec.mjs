import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, countedBy, jestCount, oneCheck, playwrightCount, sumOf } from './counts.mjs';
import { steps } from './steps.mjs';

const jestReport = (passed, failed, broken = 0) => ({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken });
const stats = (expected, unexpected, flaky = 0) => ({ expected, unexpected, flaky, skipped: 0 });

it('a check is one test', () => {
  expect([oneCheck(0), oneCheck(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

it('a spec file that cannot be loaded has failed', () => {
  expect(jestCount(jestReport(10, 1, 2))).toEqual({ passed: 10, failed: 3 });
});

it('a journey that passed only at the second try, or an error outside every journey, has failed', () => {
  expect(playwrightCount({ stats: stats(5, 1, 1), errors: [{}] })).toEqual({ passed: 5, failed: 3 });
});

describe('a runner with a report', () => {
  let place;
  let file;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'counts-'));
    file = join(place, 'report.json');
  });
  afterEach(() => rmSync(place, { recursive: true }));
  const count = (report, exitCode) => {
    if (report !== null) writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
    return countedBy(file, jestCount)(exitCode);
  };

  it.each([
    ['that explains itself', jestReport(3, 0), 0, { passed: 3, failed: 0 }],
    ['that failed', jestReport(3, 2), 1, { passed: 3, failed: 2 }],
    ['that is missing', null, 0, { passed: 0, failed: 1 }],
    ['that is cut off', '{"numPassed', 1, { passed: 0, failed: 1 }],
    ['that is of another kind', {}, 0, { passed: 0, failed: 1 }],
    ['whose exit code it does not explain', jestReport(3, 0), 1, { passed: 3, failed: 1 }],
    ['in which nothing ran', jestReport(0, 0), 0, { passed: 0, failed: 1 }],
  ])('%s', (_, report, exitCode, expected) => {
    expect(count(report, exitCode)).toEqual(expected);
  });
});

it('the closing line sums all runners', () => {
  expect(closingLine(sumOf([oneCheck(0), oneCheck(1), { passed: 5, failed: 2 }]))).toBe('6 passed, 3 failed');
});

describe('the order', () => {
  const names = (version) => steps(version).map(({ name }) => name);

  it('is lint, types, jest, journeys', () => {
    expect(names(undefined)).toEqual(['lint', 'types of the server', 'types of the console', 'types of the tools', 'small', 'console', 'medium', 'journeys']);
  });

  it('has the medium specs once more on another PostgreSQL, in a report of their own', () => {
    expect(names('15')).toContain('medium on PostgreSQL 15');
    const reports = steps('15').flatMap(({ report }) => report ?? []);
    expect(new Set(reports).size).toBe(reports.length);
  });
});
