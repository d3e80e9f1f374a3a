import { newId, Temporal } from '@smartpar/kernel';
import { grantsOfBreakGlass } from '../break-glass/break-glass';
import { PROFILE_CATEGORIES } from '../category';
import { GRANTED_ROLES, heldGrants } from '../grant';
import { heldAt } from '../grants/timed-grant';
import { grantsOfHeldRoles } from '../roles/held-role-grants';
import { ruleOf } from './grant-rule';

const NOW = Temporal.Instant.from('2026-11-26T09:00:00Z');

describe('the rule a grant comes from', () => {
  it.each(GRANTED_ROLES)('is the role %s for what it is given for good, wherever it is held', (role) => {
    const everywhere = heldGrants([role], []);
    const there = grantsOfHeldRoles([{ role, abilities: null, scope: { kind: 'site', id: newId() } }], []);
    for (const grant of [...everywhere, ...there]) expect(ruleOf(grant)).toEqual({ kind: 'role', role });
  });

  it('is the decision for what was granted', () => {
    const id = newId();
    const { grants } = heldAt([{ id, categories: ['user'], mode: 'shown', purposes: ['security'], scope: { kind: 'all' }, from: null, until: null }], NOW);
    expect(grants.map(ruleOf)).toEqual(PROFILE_CATEGORIES.map(() => ({ kind: 'grant', grantId: id })));
  });

  it('is the emergency for what nobody was asked about', () => {
    const id = newId();
    const grants = grantsOfBreakGlass([{ id, categories: ['user.name'], until: NOW.add({ minutes: 5 }) }], NOW);
    expect(grants.map(ruleOf)).toEqual([{ kind: 'break-glass', breakGlassId: id }]);
  });

  it('is never passed over: a grant of no known rule is an error', () => {
    const [grant] = heldGrants(['owner'], []);
    expect(() => grant && ruleOf({ ...grant, id: 'somebody said so' })).toThrow(TypeError);
  });
});
