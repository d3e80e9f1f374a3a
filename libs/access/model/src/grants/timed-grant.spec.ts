import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { defineAbility, subject } from '../ability';
import { PROFILE_CATEGORIES } from '../category';
import { sightSentences } from '../held-grant';
import { ORGANIZATION_PURPOSES } from '../purpose';
import type { AccessRules } from '../rules';
import { GRANT_CATEGORIES } from './category-tree';
import type { GrantScope, MemberPlace } from './grant-scope';
import { type ApprovedGrant, type GrantTerms, grantStandingAt, heldAt, isWithin, type StandingFacts } from './timed-grant';

const hour = (hours: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(hours * 3_600_000);

describe('where a grant stands', () => {
  const facts: StandingFacts = { state: 'approved', lapsesAt: hour(12), from: hour(2), until: hour(10) };

  it.each<[string, Partial<StandingFacts>, number, string]>([
    ['waits', { state: 'requested' }, 11, 'requested'],
    ['lapses though nobody noticed', { state: 'requested' }, 12, 'lapsed'],
    ['has not begun', {}, 1, 'scheduled'],
    ['begins on the moment', {}, 2, 'live'],
    ['is over on the moment', {}, 10, 'expired'],
    ['has no end until it is reviewed', { until: null }, 10_000, 'live'],
    ['is revoked whatever its times', { state: 'revoked' }, 5, 'revoked'],
    ['is refused', { state: 'refused' }, 5, 'refused'],
  ])('%s', (_, change, at, expected) => {
    expect(grantStandingAt({ ...facts, ...change }, hour(at))).toBe(expected);
  });
});

const moment = fc.option(fc.integer({ min: 0, max: 12 }).map(hour));
const ids = (letter: string) => fc.subarray([`${letter}-1`, `${letter}-2`, `${letter}-3`], { minLength: 1 });
const scope: fc.Arbitrary<GrantScope> = fc.oneof(
  fc.constant<GrantScope>({ kind: 'all' }),
  ids('s').map((named): GrantScope => ({ kind: 'site', ids: named })),
  ids('g').map((named): GrantScope => ({ kind: 'group', ids: named })),
  ids('m').map((named): GrantScope => ({ kind: 'members', ids: named })),
  ids('m').map((members): GrantScope => ({ kind: 'request', id: 'r-1', members })),
);
const terms: fc.Arbitrary<GrantTerms> = fc.record({
  categories: fc.subarray([...GRANT_CATEGORIES], { minLength: 1 }),
  mode: fc.constantFrom<GrantTerms['mode']>('shown', 'on-reveal'),
  purposes: fc.subarray([...ORGANIZATION_PURPOSES], { minLength: 1 }),
  scope,
  from: moment,
  until: moment,
});
const approved: fc.Arbitrary<ApprovedGrant> = terms.map((made) => ({ ...made, id: 'g' }));
const member: fc.Arbitrary<MemberPlace> = fc.record({
  id: fc.constantFrom('m-1', 'm-2', 'm-4'),
  siteId: fc.constantFrom('s-1', 's-2', 's-4', null),
  groupIds: fc.subarray(['g-1', 'g-4']),
});

/** Everything somebody sees of a member by some grants at a moment. */
function seen(grants: readonly ApprovedGrant[], asked: MemberPlace, at: Temporal.Instant): readonly string[] {
  const rules: AccessRules = (_, { allow }) => {
    for (const { action, category, where } of sightSentences(heldAt(grants, at).grants)) allow(action, 'member', [category], where);
  };
  const ability = defineAbility({ kind: 'system', organizationId: 'o', process: 'spec' }, [rules]);
  return PROFILE_CATEGORIES.flatMap((category) => [
    ...(ability.can('see', subject('member', { ...asked }), category) ? [`see ${category}`] : []),
    ...ORGANIZATION_PURPOSES.filter((purpose) => ability.can('look', subject('member', { ...asked, purpose }), category)).map(
      (purpose) => `${purpose} ${category}`,
    ),
  ]);
}

const times = fc.integer({ min: -1, max: 13 }).map(hour);

describe('what is held', () => {
  it('changes at no moment but the next one it names', () => {
    fc.assert(
      fc.property(fc.array(approved, { maxLength: 4 }), times, times, member, (grants, at, later, asked) => {
        const { next } = heldAt(grants, at);
        if (Temporal.Instant.compare(later, at) < 0 || (next !== null && Temporal.Instant.compare(later, next) >= 0)) return;
        expect(seen(grants, asked, later)).toEqual(seen(grants, asked, at));
      }),
    );
  });

  it('shows nothing before it begins or once it has ended', () => {
    fc.assert(
      fc.property(approved, times, member, (grant, at, asked) => {
        const over = grant.until !== null && Temporal.Instant.compare(grant.until, at) <= 0;
        const early = grant.from !== null && Temporal.Instant.compare(grant.from, at) > 0;
        if (over || early) expect(seen([grant], asked, at)).toEqual([]);
      }),
    );
  });
});

describe('narrower terms', () => {
  it('let nobody see what the wider ones do not, at any time, for any purpose', () => {
    fc.assert(
      fc.property(terms, terms, times, member, (given, asked, at, of) => {
        if (!isWithin(given, asked)) return;
        const wide = seen([{ ...asked, id: 'wide' }], of, at);
        expect(seen([{ ...given, id: 'narrow' }], of, at).filter((sight) => !wide.includes(sight))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('may be the very same', () => {
    fc.assert(fc.property(terms, (asked) => expect(isWithin(asked, asked)).toBe(true)));
  });

  const ASKED: GrantTerms = {
    categories: ['user.contact'],
    mode: 'shown',
    purposes: ['support', 'security'],
    scope: { kind: 'site', ids: ['s-1', 's-2'] },
    from: null,
    until: hour(8),
  };

  it.each<[string, Partial<GrantTerms>, boolean]>([
    ['fewer data', { categories: ['user.contact.email.work'] }, true],
    ['other data', { categories: ['user.name'] }, false],
    ['no data', { categories: [] }, false],
    ['on reveal', { mode: 'on-reveal' }, true],
    ['one purpose', { purposes: ['support'] }, true],
    ['another purpose', { purposes: ['wrongdoing'] }, false],
    ['one site', { scope: { kind: 'site', ids: ['s-2'] } }, true],
    ['another site', { scope: { kind: 'site', ids: ['s-3'] } }, false],
    ['everybody', { scope: { kind: 'all' } }, false],
    ['later', { from: hour(3) }, true],
    ['shorter', { until: hour(7) }, true],
    ['longer', { until: hour(9) }, false],
    ['for good', { until: null }, false],
  ])('are those with %s: %s', (_, change, expected) => {
    expect(isWithin({ ...ASKED, ...change }, ASKED)).toBe(expected);
  });
});
