import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../build/sources.mjs';
import { root } from '../root.mjs';

const LONGEST = 400;

const files = filesUnder(root, ['apps', 'libs', 'tools']);

it('no source, template or style is longer than can be read in one go', () => {
  const long = files.filter((file) => /\.(?:ts|mjs|html|scss)$/.test(file) && readFileSync(join(root, file), 'utf8').split('\n').length > LONGEST + 1);
  expect(long).toEqual([]);
});

it('a room holds only source: nothing configures a room by itself', () => {
  expect(files.filter((file) => /^libs\/.*(?:project|tsconfig[^/]*|package)\.json$|^libs\/.*(?:jest|eslint)\.config\./.test(file))).toEqual([]);
});
