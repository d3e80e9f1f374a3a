import { LOCALES } from '@smartpar/platform/contract';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { NAVIGATION, addressOf } from './navigation';

const WORDS: Readonly<Record<(typeof LOCALES)[number], { readonly navigation: object }>> = { en, de };

describe('the ways through the console', () => {
  it.each(LOCALES.flatMap((locale) => NAVIGATION.map((entry) => [entry.label, locale] as const)))('%s has its words in %s', (label, locale) => {
    expect(WORDS[locale].navigation).toHaveProperty(label);
  });

  it.each(LOCALES)('have short words in %s where they stand in the bar of a phone', (locale) => {
    const rail = NAVIGATION.filter((entry) => entry.place === 'rail');
    for (const entry of rail) expect(WORDS[locale].navigation).toHaveProperty(['short', entry.label]);
  });

  it('lead to addresses of their own', () => {
    expect(addressOf({ face: 'organization', path: 'inbox' }, 'o1')).toBe('/org/o1/inbox');
    expect(addressOf({ face: 'my', path: '' }, null)).toBe('/my');
    expect(new Set(NAVIGATION.map((entry) => addressOf(entry, 'o1'))).size).toBe(NAVIGATION.length);
  });
});
