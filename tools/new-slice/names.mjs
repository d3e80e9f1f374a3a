const WORD = /^[a-z]+(?:-[a-z]+)*$/;

/** @param {string} word */
const pascal = (word) =>
  word
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
/** @param {string} word */
const camel = (word) => pascal(word).replace(/^./, (first) => first.toLowerCase());
/** @param {string} word */
const words = (word) => word.replaceAll('-', ' ');
/** @param {string} word */
const capital = (word) => words(word).replace(/^./, (first) => first.toUpperCase());

/**
 * The noun of a slice named in the plural: `policies` holds policies, each a `policy`.
 * @param {string} plural
 */
export function singular(plural) {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.endsWith('s') && !plural.endsWith('ss') ? plural.slice(0, -1) : plural;
}

/**
 * Everything a template may ask for.
 * @param {{ slice: string, noun?: string, nouns?: string, timestamp: string }} asked
 * @returns {Readonly<Record<string, string>>}
 * @throws {Error} one sentence for a name that will not do
 */
export function namesOf({ slice, noun, nouns = noun === undefined ? slice : `${noun}s`, timestamp }) {
  const one = noun ?? singular(slice);
  for (const word of [slice, one, nouns]) {
    if (!WORD.test(word)) throw new Error(`"${word}" will not do as a name: take lower-case words joined by hyphens.`);
  }
  if (one === nouns) throw new Error(`A slice holds nouns, and "${slice}" is no plural: say which, as in --noun ${slice === 'inventory' ? 'system' : 'rule'}.`);
  return {
    slice,
    Slice: pascal(slice),
    sliceCamel: camel(slice),
    noun: one,
    Noun: pascal(one),
    NOUN: one.toUpperCase().replaceAll('-', '_'),
    nounCamel: camel(one),
    noun_code: one.replaceAll('-', '_'),
    words: words(one),
    plural: words(nouns),
    plural_file: nouns,
    Plural: pascal(nouns),
    Plural_words: capital(nouns),
    pluralCamel: camel(nouns),
    table: nouns.replaceAll('-', '_'),
    timestamp,
  };
}

/**
 * Fills the places of a template.
 * @param {string} template
 * @param {Readonly<Record<string, string>>} names
 */
export const filled = (template, names) =>
  template.replace(/%(\w+)%/g, (place, name) => {
    const value = names[name];
    if (value === undefined) throw new Error(`A template asks for ${place}, and there is no such name.`);
    return value;
  });
