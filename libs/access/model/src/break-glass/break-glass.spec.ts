import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { defineAbility } from '../ability';
import type { MemberActor, Role } from '../actor';
import { PROFILE_CATEGORIES } from '../category';
import type { HeldGrant } from '../held-grant';
import { ORGANIZATION_PURPOSES } from '../purpose';
import { ROLES } from '../role';
import { BREAK_GLASS_PURPOSE, breakGlassBehind, grantsOfBreakGlass, isOfBreakGlass } from './break-glass';
import { breakGlassAccess } from './break-glass.access';
import { breakGlassReview, breakingGlass } from './break-glass.contract';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const categories = fc.subarray([...PROFILE_CATEGORIES], { minLength: 1 });
const broken = fc.record({ id: fc.constantFrom('b1', 'b2'), categories, until: fc.integer({ min: 0, max: 120 }).map((minutes) => START.add({ minutes })) });
const granted = fc
  .record({
    category: fc.constantFrom(...PROFILE_CATEGORIES),
    purposes: fc.subarray([...ORGANIZATION_PURPOSES], { minLength: 1 }),
    everybody: fc.boolean(),
  })
  .map(({ category, purposes, everybody }): HeldGrant => {
    const scope = everybody ? ({ kind: 'all' } as const) : ({ kind: 'members', ids: ['m1'] } as const);
    return { id: `g ${category}`, category, mode: 'on-reveal', purposes, scope, until: null };
  });

describe('what a break-glass lets somebody look at', () => {
  it('is what was named, behind a reason, for security, and only until it ends', () => {
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 3 }), fc.nat(130), (all, minutes) => {
        const at = START.add({ minutes });
        const grants = grantsOfBreakGlass(all, at);
        for (const grant of grants) {
          expect(grant).toMatchObject({ mode: 'on-reveal', purposes: [BREAK_GLASS_PURPOSE], scope: { kind: 'all' } });
          expect(isOfBreakGlass(grant)).toBe(true);
          expect(grant.until !== null && grant.until.epochMilliseconds > at.epochMilliseconds).toBe(true);
        }
        const live = all.filter(({ until }) => until.epochMilliseconds > at.epochMilliseconds);
        expect(grants).toHaveLength(live.reduce((sum, one) => sum + one.categories.length, 0));
      }),
    );
  });

  it('is what a look rests on exactly where nothing else that reaches everybody would show one of its categories', () => {
    fc.assert(
      fc.property(broken, fc.array(granted, { maxLength: 4 }), categories, (one, others, wanted) => {
        const grants = [...others, ...grantsOfBreakGlass([one], START.subtract({ minutes: 1 }))];
        const needed = wanted.some(
          (category) =>
            one.categories.includes(category) &&
            !others.some((grant) => grant.category === category && grant.purposes.includes(BREAK_GLASS_PURPOSE) && grant.scope.kind === 'all'),
        );
        expect(breakGlassBehind(grants, { categories: wanted, purpose: BREAK_GLASS_PURPOSE })).toBe(needed ? one.id : null);
        expect(breakGlassBehind(grants, { categories: wanted, purpose: 'administration' })).toBeNull();
      }),
    );
  });
});

describe('who may do what', () => {
  const member = (role: Role): MemberActor => ({
    kind: 'member',
    accountId: 'a',
    organizationId: 'o',
    memberId: 'm',
    roles: [role],
    grants: [],
    oversight: true,
  });
  const may = (action: string) => ROLES.filter((role) => defineAbility(member(role), [breakGlassAccess]).can(action, 'break-glass'));

  it('is for the organization’s own people, and never for SmartPAR’s staff', () => {
    expect(may('break')).toEqual(['owner', 'user-administrator', 'privacy-officer']);
    expect(may('review')).toEqual(['owner', 'privacy-officer']);
    expect(may('read')).toEqual(['owner', 'privacy-officer', 'auditor']);
  });
});

describe('what is sent', () => {
  it('says why in words, and names each category once', () => {
    const breaking = { ground: 'safety', categories: ['user.name'], words: 'Somebody fell in the workshop.' };
    expect(breakingGlass.safeParse(breaking).success).toBe(true);
    for (const wrong of [
      { words: '' },
      { words: 'help' },
      { categories: [] },
      { categories: ['user.name', 'user.name'] },
      { ground: 'hurry' },
      { minutes: 90 },
    ]) {
      expect(breakingGlass.safeParse({ ...breaking, ...wrong }).success).toBe(false);
    }
  });

  it('judges in words as well', () => {
    expect(breakGlassReview.safeParse({ outcome: 'justified', words: 'Nobody else was there.' }).success).toBe(true);
    expect(breakGlassReview.safeParse({ outcome: 'justified', words: 'ok' }).success).toBe(false);
  });
});
