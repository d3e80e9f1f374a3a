import { readImportLine, suggestFields } from '@smartpar/members/model';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { exampleFile } from './example-file';

const said = (texts: typeof en.import, locale: 'en' | 'de') => ({
  current: (): 'en' | 'de' => locale,
  say: (key: string): string => {
    const found: unknown = key
      .split('.')
      .slice(2)
      .reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), texts);
    return String(found);
  },
});

describe.each([
  ['en', en.import, ','],
  ['de', de.import, ';'],
] as const)('the example file in %s', (locale, texts, delimiter) => {
  const lines = exampleFile(said(texts, locale), 'Hill').replace('\u{FEFF}', '').trim().split('\r\n');
  const [headings = [], ...people] = lines.map((line) => line.split(delimiter));

  it('has headings an import knows', () => {
    expect(suggestFields(headings, new Map()).map(({ field }) => field)).toEqual(['email', 'firstName', 'lastName', 'phone', 'site', 'locale']);
  });

  it('has people an import takes', () => {
    expect(people).toHaveLength(2);
    for (const cells of people) {
      expect(readImportLine(cells, ['email', 'firstName', 'lastName', 'phone', 'site', 'locale']).faults).toEqual([]);
    }
  });
});
