import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { apiSources } from './api.mjs';
import { consoleSources } from './console.mjs';
import { filesUnder, hashOf } from './sources.mjs';

describe('files and their hash', () => {
  let place;
  const write = (file, text) => {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  };
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'sources-'));
    write('libs/b.ts', 'b');
    write('libs/deep/a.ts', 'a');
    write('libs/node_modules/x.js', 'x');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('lists what is there, sorted, without packages and without what is missing', () => {
    expect(filesUnder(place, ['libs', 'absent', 'libs/b.ts'])).toEqual(['libs/b.ts', 'libs/deep/a.ts']);
  });

  it('changes with a content or a name, not with a date', () => {
    const files = filesUnder(place, ['libs']);
    const before = hashOf(place, files);
    utimesSync(join(place, 'libs/b.ts'), 1, 1);
    expect(hashOf(place, files)).toBe(before);
    write('libs/b.ts', 'c');
    expect(hashOf(place, files)).not.toBe(before);
    write('libs/b.ts', 'b');
    expect(hashOf(place, files)).toBe(before);
    expect(hashOf(place, files.slice(1))).not.toBe(before);
  });
});

describe('a build looks at its own side only', () => {
  it('the server: no component, no design system, no spec', () => {
    const sources = apiSources();
    expect(sources).toContain('libs/kernel/src/time.ts');
    expect(sources.filter((file) => /^libs\/[^/]+\/console\/|^libs\/platform\/ui\/|\.spec\.ts$|^apps\/api\/spec\//.test(file))).toEqual([]);
  });

  it('the console: no server room, no spec, no harness', () => {
    const sources = consoleSources();
    expect(sources).toContain('libs/kernel/src/time.ts');
    expect(sources.filter((file) => /^libs\/[^/]+\/api\/|^libs\/platform\/(?!ui|contract)|\.(?:spec|harness)\.ts$/.test(file))).toEqual([]);
  });
});
