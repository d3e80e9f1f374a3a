import { EXTRACT_MOST_ALONE } from './extract';
import { extractRulesChange } from './extract-rules.contract';
import { askingForExtract, choosingExtract, extractWhom, MOST_NAMED_MEMBERS, refusingExtract } from './extract.contract';

const ID = '0197a5f0-0000-7000-8000-000000000001';
const CHOICE = { whom: { kind: 'filter' }, categories: ['user.name'], purpose: 'support' };
const WISH = { ...CHOICE, reason: { template: 'asked-for-help' } };

/** Where something is wrong. */
const wrongIn = (answer: { readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined }): readonly string[] =>
  (answer.error?.issues ?? []).map(({ path }) => path.join('.'));

describe('a wish to take data out', () => {
  it('says whose, which, what for and why', () => {
    expect(askingForExtract.parse(WISH)).toEqual(WISH);
    for (const key of ['whom', 'categories', 'purpose', 'reason']) expect(wrongIn(askingForExtract.safeParse({ ...WISH, [key]: undefined }))).toEqual([key]);
  });

  it.each([
    ['no kind of data', { categories: [] }, ['categories']],
    ['a kind of data named twice', { categories: ['user.name', 'user.name'] }, ['categories']],
    ['a kind of data there is not', { categories: ['user.shoe_size'] }, ['categories.0']],
    ['a purpose of somebody else’s', { purpose: 'app-service' }, ['purpose']],
    ['a reason that does not go with the purpose', { reason: { template: 'unusual-sign-in' } }, ['reason.template']],
    ['hardly a reason', { reason: { words: 'because' } }, ['reason']],
    ['more than is asked', { everything: true }, ['']],
  ])('is none with %s', (_, change, fields) => {
    const wrong = wrongIn(askingForExtract.safeParse({ ...WISH, ...change }));
    expect(wrong.map((path) => path.split('.').slice(0, fields[0]?.split('.').length).join('.'))).toEqual(fields);
  });

  it('is looked at first without a reason', () => {
    expect(choosingExtract.safeParse(CHOICE).success).toBe(true);
    expect(choosingExtract.safeParse(WISH).success).toBe(false);
  });
});

describe('whom it is of', () => {
  it('is everybody a filter finds, where nothing narrows it everybody', () => {
    for (const filter of [{}, { status: 'active' }, { siteId: null }, { siteId: ID, role: 'helpdesk', groupId: ID }]) {
      expect(extractWhom.safeParse({ kind: 'filter', ...filter }).success).toBe(true);
    }
  });

  it('is nobody who was de-identified, and nobody searched for by name', () => {
    for (const filter of [{ status: 'de-identified' }, { search: 'Mira' }, { siteId: 'Hamburg' }]) {
      expect(extractWhom.safeParse({ kind: 'filter', ...filter }).success).toBe(false);
    }
  });

  it('is members one by one, each once and not too many', () => {
    const many = Array.from({ length: MOST_NAMED_MEMBERS + 1 }, (_, n) => ID.slice(0, -3) + n.toString(16).padStart(3, '0'));
    expect(extractWhom.safeParse({ kind: 'members', ids: many.slice(1) }).success).toBe(true);
    for (const ids of [[], [ID, ID], many, ['M-10001']]) expect(extractWhom.safeParse({ kind: 'members', ids }).success).toBe(false);
  });
});

it('a refusal says why', () => {
  expect([refusingExtract.safeParse({ reason: 'Not needed for that.' }).success, refusingExtract.safeParse({ reason: 'no' }).success]).toEqual([true, false]);
});

it('how many one may take out alone is a whole number, and never everybody', () => {
  const fits = (aloneUpTo: unknown) => extractRulesChange.safeParse({ version: 0, aloneUpTo }).success;
  expect([0, 25, EXTRACT_MOST_ALONE].map(fits)).toEqual([true, true, true]);
  expect([-1, 2.5, EXTRACT_MOST_ALONE + 1, '25'].map(fits)).toEqual([false, false, false, false]);
});
