import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '@smartpar/platform/contract';

const ROOT = process.cwd();
const FOLDERS = globSync(['apps/console/src/app/i18n', 'libs/platform/ui/src/i18n', 'libs/*/console/src/i18n', 'libs/*/console/src/*/i18n'], {
  cwd: ROOT,
}).toSorted();

type Leaf = readonly [key: string, text: string];

function leavesOf(value: unknown, prefix = ''): Leaf[] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) throw new TypeError(`"${prefix}" is neither a text nor a group of texts.`);
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, prefix === '' ? key : `${prefix}.${key}`));
}

const textsOf = (folder: string, locale: string): Map<string, string> => {
  const file = join(ROOT, folder, `${locale}.json`);
  return new Map(existsSync(file) ? leavesOf(JSON.parse(readFileSync(file, 'utf8'))) : []);
};

const figuresOf = (text: string | undefined): string[] => [...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').toSorted();

describe('texts', () => {
  it('are found where slices keep them', () => {
    expect(FOLDERS).toEqual(expect.arrayContaining(['apps/console/src/app/i18n', 'libs/access/console/src/i18n', 'libs/platform/ui/src/i18n']));
  });

  describe.each(FOLDERS)('of %s', (folder) => {
    const english = textsOf(folder, 'en');

    it.each(LOCALES)('exist in %s, key by key', (locale) => {
      expect([...textsOf(folder, locale).keys()].toSorted()).toEqual([...english.keys()].toSorted());
    });

    it.each(LOCALES)('are never empty in %s', (locale) => {
      expect([...textsOf(folder, locale)].filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it.each(LOCALES)('speak of the same figures in %s', (locale) => {
      const texts = textsOf(folder, locale);
      expect([...english].filter(([key, text]) => figuresOf(text).join() !== figuresOf(texts.get(key)).join()).map(([key]) => key)).toEqual([]);
    });

    it('shout nowhere', () => {
      const shouting = LOCALES.flatMap((locale) => [...textsOf(folder, locale)].filter(([, text]) => text.includes('!')));
      expect(shouting).toEqual([]);
    });
  });
});
