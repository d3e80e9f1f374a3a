import { defineAbility } from './ability';
import { type MemberActor, ORGANIZATION_ROLES, type Role, systemActor } from './actor';
import { needToKnowAccess } from './need-to-know.access';

const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const allowed = (action: string, noun: string) => ORGANIZATION_ROLES.filter((role) => defineAbility(member(role), needToKnowAccess).can(action, noun));

describe('who may see which data', () => {
  it('is read by owners, privacy officers and auditors', () => {
    expect(allowed('read', 'standing-grant')).toEqual(['owner', 'privacy-officer', 'auditor']);
  });

  it('is changed by owners alone', () => {
    expect(allowed('change', 'standing-grant')).toEqual(['owner']);
  });

  it('is neither for members without a role', () => {
    const ability = defineAbility(member(), needToKnowAccess);
    expect([ability.can('read', 'standing-grant'), ability.can('change', 'standing-grant')]).toEqual([false, false]);
  });
});

describe("one's own ledger", () => {
  it('is read by every member, and by no process', () => {
    expect(defineAbility(member(), needToKnowAccess).can('read', 'ledger')).toBe(true);
    expect(defineAbility(systemActor('o', 'reminders'), needToKnowAccess).can('read', 'ledger')).toBe(false);
  });
});
