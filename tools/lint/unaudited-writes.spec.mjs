import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript-eslint';
import { root } from '../root.mjs';
import { auditedWrites } from './rules/audited-writes.mjs';
import { unauditedWrites } from './unaudited-writes.mjs';

const writesIn = (file) =>
  new Linter({ cwd: root }).verify(
    readFileSync(join(root, file), 'utf8'),
    [
      {
        files: ['**/*.ts'],
        plugins: { house: { rules: { 'audited-writes': auditedWrites } } },
        languageOptions: { parser: ts.parser },
        rules: { 'house/audited-writes': ['error', { exceptions: [] }] },
      },
    ],
    { filename: join(root, file) },
  ).length;

describe('a file that may write without an audit entry', () => {
  it.each(unauditedWrites.map(({ file, because }) => [file, because]))('%s: is there, still writes, and says why (%s)', (file, because) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(writesIn(file)).toBeGreaterThan(0);
    expect(because).toMatch(/^[A-Z].{20,}\.$/);
  });
});

it('stands in the list once', () => {
  expect(new Set(unauditedWrites.map(({ file }) => file)).size).toBe(unauditedWrites.length);
});
