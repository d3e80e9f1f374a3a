import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';
import { cyclesIn, importGraph, importsOf } from './import-graph.mjs';

describe('a source imports', () => {
  it.each([
    ["import { a } from './a';", ['./a']],
    ["import type { A } from './a';", ['./a']],
    ["export * from './a';\nexport { b } from './b';", ['./a', './b']],
    ["const page = () => import('./page');", ['./page']],
    ["// import './comment';\nconst text = \"import './text'\";", []],
  ])('%s', (text, names) => {
    expect(importsOf(text)).toEqual(names);
  });
});

describe('cycles', () => {
  const graph = (edges) => new Map(Object.entries(edges));

  it('there are none where everything points down', () => {
    expect(cyclesIn(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
  });

  it('a file that imports itself', () => {
    expect(cyclesIn(graph({ a: ['a'] }))).toEqual([['a', 'a']]);
  });

  it('shows the shortest way round, once per knot', () => {
    expect(cyclesIn(graph({ a: ['b', 'd'], b: ['c'], c: ['a'], d: ['a'], x: ['y'], y: ['x'] }))).toEqual([
      ['a', 'd', 'a'],
      ['x', 'y', 'x'],
    ]);
  });
});

describe('planted in files', () => {
  let place;
  const write = (file, text) => {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  };
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'cycles-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('a cycle over two rooms and a door is found, types included', () => {
    write('libs/a/model/src/index.ts', "export * from './thing';");
    write('libs/a/model/src/thing.ts', "import { b } from '@smartpar/b/model';");
    write('libs/b/model/src/index.ts', "export * from './part';");
    write('libs/b/model/src/part.ts', "import type { Thing } from '@smartpar/a/model';\nimport pg from 'pg';");
    expect(cyclesIn(importGraph(place))).toEqual([
      ['libs/a/model/src/index.ts', 'libs/a/model/src/thing.ts', 'libs/b/model/src/index.ts', 'libs/b/model/src/part.ts', 'libs/a/model/src/index.ts'],
    ]);
  });
});

it('this repository has no import cycle', () => {
  expect(cyclesIn(importGraph(root)).map((cycle) => cycle.join(' -> '))).toEqual([]);
});
