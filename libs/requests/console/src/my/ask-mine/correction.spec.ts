import { LOCALES } from '@smartpar/platform/contract';
import de from '../../i18n/de.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import { CORRECTABLE, correctionOf } from './correction';

const WHAT: Readonly<Record<(typeof LOCALES)[number], object>> = { en: en.askMine.what, de: de.askMine.what };

it('a correction is read off the address', () => {
  expect(correctionOf('email', 'organization-1')).toEqual({ what: 'email', organizationId: 'organization-1' });
});

it('what an organization made up is called by its name', () => {
  expect(correctionOf('attribute', 'organization-1', 'Shirt size')).toEqual({ what: 'attribute', organizationId: 'organization-1', named: 'Shirt size' });
});

it.each([
  ['shoe-size', 'organization-1'],
  ['email', undefined],
  [undefined, 'organization-1'],
])('what is no correction is none: %s at %s', (what, organizationId) => {
  expect(correctionOf(what, organizationId)).toBeNull();
});

it.each(LOCALES)('everything that can be corrected has its word in %s', (locale) => {
  expect(Object.keys(WHAT[locale]).toSorted()).toEqual([...CORRECTABLE].toSorted());
});
