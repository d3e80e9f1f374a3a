import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { type MemberActor, type Role, systemActor } from '../actor';
import { PROFILE_CATEGORIES } from '../category';
import { defineAbility } from '../ability';
import { ROLES } from '../role';
import {
  isPreapproved,
  LOCKBOX_JUSTIFICATIONS,
  LOCKBOX_REACHES,
  type LockboxExtent,
  type LockboxScope,
  type LockboxTimes,
  lockboxStateAt,
  staysWithin,
} from './lockbox';
import { lockboxAccess } from './lockbox.access';
import { lockboxRequest } from './lockbox.contract';
import { lockboxRulesChange } from './lockbox-rules.contract';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const at = (minutes: number) => START.add({ minutes });

const scopes = fc.oneof<fc.Arbitrary<LockboxScope>[]>(
  fc.constant({ reach: 'all' }),
  fc.record({ reach: fc.constant('site' as const), siteId: fc.constantFrom('s1', 's2', null) }),
  fc.record({ reach: fc.constant('member' as const), memberId: fc.constantFrom('m1', 'm2', null) }),
);
const extents: fc.Arbitrary<LockboxExtent> = fc.record({
  categories: fc.subarray([...PROFILE_CATEGORIES], { minLength: 1 }),
  minutes: fc.integer({ min: 15, max: 480 }),
  scope: scopes,
});

describe('the state of a lockbox', () => {
  const times = fc.record<LockboxTimes>({
    state: fc.constantFrom('requested', 'approved', 'refused', 'withdrawn', 'revoked', 'returned'),
    lapsesAt: fc.integer({ min: 1, max: 720 }).map(at),
    until: fc.option(fc.integer({ min: 1, max: 1200 }).map(at)),
  });

  it('is running only before its end and only while nobody ended it, and never comes back', () => {
    fc.assert(
      fc.property(times, fc.nat(2000), fc.nat(2000), (lockbox, one, more) => {
        const running = (minutes: number) => lockboxStateAt(lockbox, at(minutes)) === 'running';
        if (running(one))
          expect(lockbox.state === 'approved' && lockbox.until !== null && at(one).epochMilliseconds < lockbox.until.epochMilliseconds).toBe(true);
        if (!running(one)) expect(running(one + more)).toBe(false);
      }),
    );
  });

  it('waits no longer than until it lapses', () => {
    fc.assert(
      fc.property(times, fc.nat(2000), (lockbox, minutes) => {
        const waiting = lockboxStateAt(lockbox, at(minutes)) === 'waiting';
        expect(waiting).toBe(lockbox.state === 'requested' && at(minutes).epochMilliseconds < lockbox.lapsesAt.epochMilliseconds);
      }),
    );
  });
});

describe('what is granted', () => {
  it('stays within itself, unless what it names is not there', () => {
    fc.assert(
      fc.property(extents, (extent) => {
        const nowhere = (extent.scope.reach === 'site' && extent.scope.siteId === null) || (extent.scope.reach === 'member' && extent.scope.memberId === null);
        expect(staysWithin(extent, extent)).toBe(!nowhere);
      }),
    );
  });

  it('never holds a category, a minute or a wider reach that was not asked for', () => {
    fc.assert(
      fc.property(extents, extents, (granted, asked) => {
        if (!staysWithin(granted, asked)) return;
        expect(granted.categories.every((category) => asked.categories.includes(category))).toBe(true);
        expect(granted.minutes).toBeLessThanOrEqual(asked.minutes);
        expect(LOCKBOX_REACHES.indexOf(granted.scope.reach)).toBeGreaterThanOrEqual(LOCKBOX_REACHES.indexOf(asked.scope.reach));
      }),
    );
  });

  it('beforehand is never more than was allowed', () => {
    const kinds = fc.array(
      fc.record({
        justification: fc.constantFrom(...LOCKBOX_JUSTIFICATIONS),
        categories: fc.subarray([...PROFILE_CATEGORIES], { minLength: 1 }),
        minutes: fc.integer({ min: 15, max: 480 }),
        reach: fc.constantFrom(...LOCKBOX_REACHES),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...LOCKBOX_JUSTIFICATIONS), extents, kinds, (justification, asked, allowed) => {
        if (!isPreapproved(justification, asked, allowed)) return;
        const kind = allowed.find((one) => one.justification === justification && asked.minutes <= one.minutes);
        expect(kind).toBeDefined();
        expect(isPreapproved(justification, asked, [])).toBe(false);
      }),
    );
  });
});

describe('who may do what with a lockbox', () => {
  const member = (role: Role, oversight: boolean): MemberActor => ({
    kind: 'member',
    accountId: 'a',
    organizationId: 'o',
    memberId: 'm',
    roles: [role],
    grants: [],
    oversight,
  });
  const may = (action: string, noun: string, oversight = false) =>
    ROLES.filter((role) => defineAbility(member(role, oversight), [lockboxAccess]).can(action, noun));

  it('owners and privacy officers decide, auditors read along, owners set the rules', () => {
    expect(may('decide', 'lockbox')).toEqual(['owner', 'privacy-officer']);
    expect(may('read', 'lockbox')).toEqual(['owner', 'privacy-officer', 'auditor']);
    expect(may('change', 'lockbox-rules')).toEqual(['owner']);
  });

  it('only staff ask, and only from within the workforce', () => {
    expect(may('request', 'lockbox')).toEqual([]);
    expect(may('request', 'lockbox', true)).toEqual(['support', 'privacy-counsel', 'security']);
  });

  it('staff at an organization, the system and whoever follows a link may do nothing', () => {
    for (const actor of [
      { kind: 'staff', accountId: 'a', organizationId: 'o', role: 'support' } as const,
      { kind: 'person', organizationId: 'o', requestId: 'r' } as const,
      systemActor('o', 'x'),
    ]) {
      expect(defineAbility(actor, [lockboxAccess]).rules).toEqual([]);
    }
  });
});

describe('what is sent', () => {
  const request = {
    organizationId: '0193a5d0-7a3b-7c00-8000-000000000003',
    caseReference: ' case-48211 ',
    justification: 'fault',
    categories: ['user.name'],
    scope: { reach: 'all' },
    minutes: 60,
  };

  it('names a case by its reference and nothing else', () => {
    expect(lockboxRequest.parse(request).caseReference).toBe('CASE-48211');
    for (const caseReference of ['Linden Ashgrove', 'linden@larkspur.example', '', 'CASE', '48211']) {
      expect(lockboxRequest.safeParse({ ...request, caseReference }).success).toBe(false);
    }
  });

  it('names whom it is about in one way', () => {
    for (const scope of [{ reach: 'site' }, { reach: 'member' }, { reach: 'all', name: 'Hamburg' }, { reach: 'member', number: 1, email: 'a@b.example' }]) {
      expect(lockboxRequest.safeParse({ ...request, scope }).success).toBe(false);
    }
  });

  it('allows nothing beforehand where nobody is let in', () => {
    const kind = { justification: 'fault', categories: ['user.name'], minutes: 60, reach: 'member' };
    expect(lockboxRulesChange.safeParse({ version: 0, mode: 'none', preapproved: [kind] }).success).toBe(false);
    expect(lockboxRulesChange.safeParse({ version: 0, mode: 'ask', preapproved: [kind, kind] }).success).toBe(false);
    expect(lockboxRulesChange.safeParse({ version: 0, mode: 'ask', preapproved: [kind] }).success).toBe(true);
  });
});
