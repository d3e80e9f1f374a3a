import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cyclesIn, importGraph } from '../lint/import-graph.mjs';
import { roomOf } from '../nx/room.mjs';
import { root } from '../root.mjs';
import { generate, nextSteps } from './generate.mjs';
import { filled, namesOf, singular } from './names.mjs';

const timestamp = '20270101000000';

describe('names', () => {
  it.each([
    ['policies', 'policy'],
    ['incidents', 'incident'],
    ['inventory', 'inventory'],
    ['access', 'access'],
  ])('%s holds what is called %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });

  it('come in every form a template needs', () => {
    expect(namesOf({ slice: 'legal-holds', timestamp })).toMatchObject({
      Noun: 'LegalHold',
      nounCamel: 'legalHold',
      table: 'legal_holds',
      Plural_words: 'Legal holds',
    });
    expect(namesOf({ slice: 'inventory', noun: 'system', timestamp })).toMatchObject({ sliceCamel: 'inventory', noun: 'system', plural_file: 'systems' });
  });

  it.each([
    [{ slice: 'Policies' }, '"Policies" will not do'],
    [{ slice: '../policies' }, 'will not do'],
    [{ slice: 'retention' }, 'no plural'],
  ])('%j is refused in one sentence', (asked, sentence) => {
    expect(() => namesOf({ ...asked, timestamp })).toThrow(sentence);
  });

  it('a template that asks for an unknown name is refused', () => {
    expect(() => filled('%nuon%', namesOf({ slice: 'policies', timestamp }))).toThrow('%nuon%');
  });
});

describe('a generated slice', () => {
  const names = namesOf({ slice: 'legal-holds', timestamp });
  let place;
  let files;

  beforeAll(() => {
    mkdirSync(join(root, 'tmp'), { recursive: true });
    place = mkdtempSync(join(root, 'tmp/new-slice-'));
    files = generate(place, names);
  });
  afterAll(() => rmSync(place, { recursive: true }));

  it('has three rooms, each on its floor and with its door', () => {
    const rooms = new Map(files.map((file) => [roomOf(file)?.root, roomOf(file)?.floor]));
    expect([...rooms]).toEqual([
      ['libs/legal-holds/api', 'api'],
      ['libs/legal-holds/console', 'console'],
      ['libs/legal-holds/model', 'model'],
    ]);
    expect(files).toEqual(expect.arrayContaining([...rooms.keys()].map((room) => `${room}/src/index.ts`)));
  });

  it('leaves no place of a template unfilled', () => {
    for (const file of files) expect(`${file}\n${readFileSync(join(place, file), 'utf8')}`).not.toMatch(/%\w+%|\.tmpl/);
  });

  it('has no import cycle', () => {
    expect(cyclesIn(importGraph(place))).toEqual([]);
  });

  it('is not written over what is there', () => {
    expect(() => generate(place, names)).toThrow('libs/legal-holds is there already');
  });

  it('says where the apps have to name it', () => {
    expect(nextSteps(names)).toContain('...legalHoldsMigrations');
  });

  it('compiles beside the other rooms, server and console', () => {
    writeFileSync(
      join(place, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.base.json',
        compilerOptions: {
          rootDir: '../..',
          types: ['node', 'jest'],
          paths: { '@smartpar/legal-holds/*': ['./libs/legal-holds/*/src/index.ts'], '@smartpar/*': ['../../libs/*/src/index.ts'] },
        },
        angularCompilerOptions: { strictTemplates: true },
        include: ['libs/**/*.ts'],
      }),
    );
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', place], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, mine: stdout.split('\n').filter((line) => line.includes('legal-holds')) }).toEqual({ status: 0, mine: [] });
  }, 120_000);

  it('pleases lint', () => {
    const texts = files.filter((file) => /\.(?:ts|html)$/.test(file)).map((path) => ({ path, text: readFileSync(join(place, path), 'utf8') }));
    const judged = JSON.parse(
      execFileSync(process.execPath, ['tools/lint/judge-texts.mjs'], {
        cwd: root,
        input: JSON.stringify(texts),
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      }),
    );
    // Judged as if it stood in this tree, where its doors are not.
    const found = judged.flatMap((messages, at) =>
      messages.filter(({ message }) => !message.includes('has no door')).map(({ rule, message }) => `${texts[at].path}: ${rule}: ${message}`),
    );
    expect(found).toEqual([]);
  }, 120_000);
});
