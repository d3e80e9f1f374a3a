import { defineAbility, type MemberActor, ORGANIZATION_ROLES, type Role } from '@smartpar/access/model';
import { externalAuditorAccess } from './external-auditor.access';
import { admittingAuditor } from './external-auditor.contract';

const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const allowed = (action: string) => ORGANIZATION_ROLES.filter((role) => defineAbility(member(role), [externalAuditorAccess]).can(action, 'external-auditor'));

describe('an auditor from outside', () => {
  it('is let in by owners alone, and known to those who answer for the organization', () => {
    expect(allowed('admit')).toEqual(['owner']);
    expect(allowed('read')).toEqual(['owner', 'privacy-officer', 'auditor']);
  });

  it.each(['', '2026-02-30', 'tomorrow', '2026-3-1', 12, null])('is let in until a day, and %j is none', (until) => {
    expect(admittingAuditor.safeParse({ until }).success).toBe(false);
  });

  it.each([0, 31, 1.5, '7', null])('is let in for some days, and %j are none', (days) => {
    expect(admittingAuditor.safeParse({ days }).success).toBe(false);
  });

  it('is let in either until a day or for some days', () => {
    const fits = (typed: object) => admittingAuditor.safeParse(typed).success;
    expect([{ until: '2026-03-20' }, { days: 30 }, {}, { until: '2026-03-20', days: 30 }].map(fits)).toEqual([true, true, false, false]);
  });
});
