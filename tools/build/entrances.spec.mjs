import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { ENTRANCES, needsOf, wordsOf } from './entrances.mjs';

const chunk = (entryPoint, ...imports) => ({ entryPoint, imports: imports.map((path) => ({ path, kind: 'import-statement' })) });
const spoken = ['apps/console/src/app/i18n', 'libs/platform/ui/src/i18n', 'libs/access/console/src/i18n', 'libs/identity/console/src/i18n'];
const outputs = {
  'main.js': chunk('apps/console/src/bootstrap.ts', 'core.js'),
  'core.js': chunk(undefined),
  'index.js': chunk('libs/identity/console/src/index.ts', 'core.js'),
  'page.js': chunk('libs/identity/console/src/page.ts', 'core.js', 'form.js', 'elsewhere.js'),
  'form.js': { imports: [{ path: 'dialog.js', kind: 'dynamic-import' }] },
  'dialog.js': chunk('libs/identity/console/src/dialog.ts'),
  ...Object.fromEntries(spoken.flatMap((folder, index) => ['en', 'de'].map((locale) => [`${locale}-${index}.js`, chunk(`${folder}/${locale}.json`)]))),
};
const entrance = { sources: ['libs/identity/console/src/index.ts', 'libs/identity/console/src/page.ts'], texts: 'libs/identity/console/src/i18n' };

it('an entrance needs its own chunks, all they import first, and the texts of one language, each once', () => {
  expect(needsOf(entrance, 'de', outputs)).toEqual(['core.js', 'main.js', 'index.js', 'form.js', 'page.js', 'de-0.js', 'de-1.js', 'de-2.js', 'de-3.js']);
});

it('a page that has moved stops the build instead of coming late', () => {
  expect(() => needsOf({ ...entrance, sources: ['libs/identity/console/src/moved.ts'] }, 'en', outputs)).toThrow('moved.ts');
});

it.each(ENTRANCES.map((one) => [one.path, one]))('%s exists and says the same in every language', (_, one) => {
  for (const source of one.sources) expect(existsSync(join(root, source))).toBe(true);
  const said = ['en', 'de'].map((locale) => wordsOf(one, locale));
  expect(Object.keys(said[0])).toEqual(Object.keys(said[1]));
  expect(Object.keys(said[0])).toEqual(['title', 'purpose', 'size', 'sections'].filter((part) => part in one));
});

it('a text that has gone stops the build', () => {
  expect(() => wordsOf({ texts: 'libs/identity/console/src/i18n', title: 'signIn.gone' }, 'en')).toThrow('signIn.gone');
});
