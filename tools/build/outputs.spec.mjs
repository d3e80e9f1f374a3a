import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInto, isBuiltFrom } from './outputs.mjs';

let place;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'outputs-'));
});
afterEach(() => rmSync(place, { recursive: true }));

const writing = (text) => async (folder) => writeFileSync(join(folder, 'main.js'), text);

it('a folder knows what it was built from', async () => {
  const target = join(place, 'api');
  expect(isBuiltFrom(target, 'one')).toBe(false);
  await buildInto(target, 'one', writing('1'));
  expect(isBuiltFrom(target, 'one')).toBe(true);
  expect(isBuiltFrom(target, 'two')).toBe(false);
});

it('a new build takes the place of the old one and leaves nothing beside it', async () => {
  const target = join(place, 'api');
  await buildInto(target, 'one', async (folder) => writeFileSync(join(folder, 'chunk.js'), ''));
  await buildInto(target, 'two', writing('2'));
  expect(readFileSync(join(target, 'main.js'), 'utf8')).toBe('2');
  expect(existsSync(join(target, 'chunk.js'))).toBe(false);
  expect(readdirSync(place)).toEqual(['api']);
});

it('a build that fails leaves the old one as it was', async () => {
  const target = join(place, 'api');
  await buildInto(target, 'one', writing('1'));
  const broken = buildInto(target, 'two', async () => {
    throw new Error('a comma is missing');
  });
  await expect(broken).rejects.toThrow('a comma is missing');
  expect(readFileSync(join(target, 'main.js'), 'utf8')).toBe('1');
  expect(isBuiltFrom(target, 'one')).toBe(true);
  expect(readdirSync(place)).toEqual(['api']);
});
