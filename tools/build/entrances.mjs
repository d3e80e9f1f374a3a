import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Where the texts of every page are. */
const SHELL_TEXTS = ['apps/console/src/app/i18n', 'libs/platform/ui/src/i18n', 'libs/access/console/src/i18n'];
const LOCALES = ['en', 'de'];

/**
 * Pages people come to from outside, often on a phone and a slow line. What each is made of is known before anything of it
 * has run, and what it is about is told before anything of it is there.
 * @typedef {object} Entrance
 * @property {string} path
 * @property {readonly string[]} sources files whose own chunks it needs, the slice's first
 * @property {string} texts folder of its slice's texts
 * @property {string} [title] key of its heading
 * @property {string} [purpose] key of the sentence below it
 * @property {'large'} [size] of both
 * @property {readonly string[]} [sections] keys of what follows them, as far as a screen reaches, each with `title`, `what` and `more`
 */

/** What every page begins with. */
const BEGINNING = 'apps/console/src/bootstrap.ts';

/** @type {readonly Entrance[]} */
export const ENTRANCES = [
  // every page that is no entrance
  { path: '', sources: [], texts: 'apps/console/src/app/i18n' },
  {
    path: '/',
    sources: ['apps/console/src/app/start/start.ts'],
    texts: 'apps/console/src/app/i18n',
    title: 'start.title',
    purpose: 'start.purpose',
    size: 'large',
  },
  {
    path: '/privacy',
    sources: ['apps/console/src/app/privacy/privacy-notice.ts'],
    texts: 'apps/console/src/app/i18n',
    title: 'privacyNotice.title',
    purpose: 'privacyNotice.purpose',
    sections: ['privacyNotice.who', 'privacyNotice.account', 'privacyNotice.questions'],
  },
  { path: '/ask', ...ofSlice('requests', 'ask/ask.ts'), title: 'ask.title', purpose: 'ask.purpose' },
  { path: '/ask/confirm', ...ofSlice('requests', 'confirm/confirm.ts') },
  { path: '/follow', ...ofSlice('requests', 'follow/follow.ts') },
  { path: '/sign-in', ...ofSlice('identity', 'sign-in/sign-in.ts'), title: 'signIn.title', purpose: 'signIn.purpose' },
  { path: '/forgotten-password', ...ofSlice('identity', 'forgotten-password/forgotten-password.ts'), title: 'forgotten.title', purpose: 'forgotten.purpose' },
  { path: '/reset-password', ...ofSlice('identity', 'reset-password/reset-password.ts'), title: 'reset.title', purpose: 'reset.purpose' },
  { path: '/invitation', ...ofSlice('members', 'invitation/invitation.ts'), title: 'invitation.title' },
];

/**
 * @param {string} slice
 * @param {string} page
 */
function ofSlice(slice, page) {
  const folder = `libs/${slice}/console/src`;
  return { sources: [`${folder}/index.ts`, `${folder}/${page}`], texts: `${folder}/i18n` };
}

/**
 * What the bundler says it made.
 * @typedef {{ entryPoint?: string, imports: readonly { path: string, kind: string }[] }} Output
 * @typedef {Readonly<Record<string, Output>>} Outputs
 */

/**
 * Writes beside the built page which files each entrance needs and what it says first.
 * @param {string} folder what the build was made into
 */
export function writeEntrances(folder) {
  const stats = join(folder, 'browser-stats.json');
  /** @type {{ outputs: Outputs }} */
  const { outputs } = JSON.parse(readFileSync(stats, 'utf8'));
  const page = readFileSync(join(folder, 'browser/index.html'), 'utf8');
  const entrances = Object.fromEntries(
    ENTRANCES.map((entrance) => {
      const inLocale = (/** @type {string} */ locale) => {
        const needs = needsOf(entrance, locale, outputs).filter((file) => !page.includes(`"${file}"`));
        return { needs, ...wordsOf(entrance, locale) };
      };
      return [entrance.path, Object.fromEntries(LOCALES.map((locale) => [locale, inLocale(locale)]))];
    }),
  );
  writeFileSync(join(folder, 'entrances.json'), JSON.stringify(entrances));
  rmSync(stats);
}

/**
 * The chunks an entrance is shown with, those every page begins with first, and each after what it cannot run without.
 * @param {Pick<Entrance, 'sources' | 'texts'>} entrance
 * @param {string} locale
 * @param {Outputs} outputs
 * @returns {string[]}
 * @throws {Error} where the build made no chunk of a source: a page has moved
 */
export function needsOf({ sources, texts }, locale, outputs) {
  const spoken = [...SHELL_TEXTS, texts].map((folder) => `${folder}/${locale}.json`);
  /** @type {Set<string>} */
  const needed = new Set();
  for (const source of [BEGINNING, ...sources, ...spoken]) addWithImports(chunkOf(source, outputs), outputs, needed);
  return [...needed];
}

/**
 * @param {string} source
 * @param {Outputs} outputs
 */
function chunkOf(source, outputs) {
  const found = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === source);
  if (found === undefined) throw new Error(`No chunk begins with ${source}; tools/build/entrances.mjs names it.`);
  return found;
}

/**
 * Adds a chunk behind all it cannot run without.
 * @param {string} file
 * @param {Outputs} outputs
 * @param {Set<string>} needed
 * @param {Set<string>} above the chunks that led here: two may need each other
 */
function addWithImports(file, outputs, needed, above = new Set()) {
  if (needed.has(file) || above.has(file) || outputs[file] === undefined) return;
  above.add(file);
  for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') addWithImports(path, outputs, needed, above);
  needed.add(file);
}

/**
 * @param {Entrance} entrance
 * @param {string} locale
 * @returns {{ title?: string, purpose?: string, size?: 'large', sections?: { title: string, what: string, more: string }[] }}
 * @throws {Error} where there is no such text
 */
export function wordsOf({ texts, title, purpose, size, sections }, locale) {
  const all = JSON.parse(readFileSync(join(root, texts, `${locale}.json`), 'utf8'));
  const read = (/** @type {string} */ key) => {
    const text = key.split('.').reduce((part, name) => part?.[name], all);
    if (typeof text !== 'string') throw new Error(`${texts}/${locale}.json has no ${key}; tools/build/entrances.mjs names it.`);
    return text;
  };
  const section = (/** @type {string} */ key) => ({ title: read(`${key}.title`), what: read(`${key}.what`), more: read(`${key}.more`) });
  return {
    ...(title && { title: read(title) }),
    ...(purpose && { purpose: read(purpose) }),
    ...(size && { size }),
    ...(sections && { sections: sections.map(section) }),
  };
}
