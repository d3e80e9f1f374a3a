import { newInfrastructureAccess } from './infrastructure-access';
import { ORGANIZATION_PURPOSES } from './purpose';
import { REASON_WORDS_MAX, REASON_WORDS_MIN, revealing } from './reveal.contract';
import { reasonsFor, reasonWord, REVEAL_REASON_TEMPLATES } from './reveal-reason';
import { standingGrantsChange } from './standing-grant.contract';

/** Fields a contract finds fault with. */
const faults = (outcome: { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[] }[] } }) =>
  outcome.error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a look', () => {
  const look = { categories: ['user.name'], purpose: 'support', reason: { template: 'asked-for-help' } };

  it('names what, why and for which purpose', () => {
    expect(revealing.parse(look)).toEqual(look);
    expect(revealing.parse({ ...look, reason: { words: '  Called back about the order.  ' } }).reason).toEqual({ words: 'Called back about the order.' });
  });

  it.each<[string, object, string]>([
    ['no category', { categories: [] }, 'categories'],
    ['a category twice', { categories: ['user.name', 'user.name'] }, 'categories'],
    ['a category there is not', { categories: ['user.financial'] }, 'categories.0'],
    ["a purpose of SmartPAR's", { purpose: 'app-improvement' }, 'purpose'],
    ['a reason of another purpose', { reason: { template: 'unusual-sign-in' } }, 'reason.template'],
    ['too few words', { reason: { words: 'x'.repeat(REASON_WORDS_MIN - 1) } }, 'reason'],
    ['too many words', { reason: { words: 'x'.repeat(REASON_WORDS_MAX + 1) } }, 'reason'],
    ['blank words', { reason: { words: ' '.repeat(REASON_WORDS_MIN) } }, 'reason'],
    ['two reasons', { reason: { words: 'Called back about it.', template: 'asked-for-help' } }, 'reason'],
    ['no reason', { reason: undefined }, 'reason'],
  ])('with %s is refused', (_, change, field) => {
    expect(faults(revealing.safeParse({ ...look, ...change })).map((path) => path.slice(0, field.length))).toContain(field);
  });
});

describe('reasons ready to be chosen', () => {
  it('there are for every purpose', () => {
    expect(ORGANIZATION_PURPOSES.filter((purpose) => reasonsFor(purpose).length === 0)).toEqual([]);
  });

  it('all go with some purpose, and have words', () => {
    const offered = new Set(ORGANIZATION_PURPOSES.flatMap(reasonsFor));
    expect([...offered].toSorted()).toEqual([...REVEAL_REASON_TEMPLATES].toSorted());
    expect(reasonWord('reaching-them')).toBe('access.reasons.reaching-them');
  });
});

describe('a change of grants', () => {
  const grant = { role: 'helpdesk', category: 'user.name', mode: 'shown', purposes: ['support'] };
  const change = (...grants: object[]) => standingGrantsChange.safeParse({ version: 1, grants });

  it('may be none at all: then everything is as shipped', () => {
    expect(change().success).toBe(true);
    expect(change(grant, { ...grant, role: 'auditor', mode: 'hidden', purposes: [] }).success).toBe(true);
  });

  it.each<[string, object[], string]>([
    ['sight without a purpose', [{ ...grant, purposes: [] }], 'grants.0.purposes'],
    ['hidden data with a purpose', [{ ...grant, mode: 'hidden' }], 'grants.0.purposes'],
    ['a purpose twice', [{ ...grant, purposes: ['support', 'support'] }], 'grants.0.purposes'],
    ['a role twice for one category', [grant, { ...grant, mode: 'on-reveal' }], 'grants'],
    ["a role of SmartPAR's staff", [{ ...grant, role: 'support' }], 'grants.0.role'],
  ])('with %s is refused', (_, grants, field) => {
    expect(faults(change(...grants))).toEqual([field]);
  });
});

describe('an infrastructure access', () => {
  const access = { kind: 'restore', from: '2026-11-26T09:00:00Z', until: '2026-11-26T10:00:00Z', words: 'The nightly backup was tried.' };

  it('says why, from when until when', () => {
    expect(newInfrastructureAccess.parse(access)).toEqual(access);
  });

  it.each<[string, object, string]>([
    ['an end before its beginning', { until: '2026-11-26T08:59:59Z' }, 'until'],
    ['a day for a moment', { from: '2026-11-26' }, 'from'],
    ['no words', { words: ' ' }, 'words'],
  ])('with %s is refused', (_, change, field) => {
    expect(faults(newInfrastructureAccess.safeParse({ ...access, ...change }))).toEqual([field]);
  });
});
