import { defineAbility, type MemberActor, type Role } from '@smartpar/access/model';
import { retentionAccess } from '../retention.access';

const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const may = (action: string, noun: string, ...roles: Role[]): boolean => defineAbility(member(...roles), retentionAccess).can(action, noun);

describe('holds', () => {
  it('are placed by whoever lets people go, and lifted by fewer', () => {
    expect((['owner', 'privacy-officer', 'user-administrator', 'helpdesk', 'auditor'] as const).filter((role) => may('place', 'hold', role))).toEqual([
      'owner',
      'privacy-officer',
      'user-administrator',
    ]);
    expect((['owner', 'privacy-officer', 'user-administrator', 'auditor'] as const).filter((role) => may('lift', 'hold', role))).toEqual([
      'owner',
      'privacy-officer',
    ]);
  });

  it('let nobody see more of a member', () => {
    expect(may('read', 'member', 'owner')).toBe(false);
  });
});

it('the retention period is changed by owners and privacy officers alone', () => {
  expect((['owner', 'privacy-officer', 'user-administrator'] as const).filter((role) => may('change', 'retention-period', role))).toEqual([
    'owner',
    'privacy-officer',
  ]);
  expect(may('read', 'retention-period', 'user-administrator')).toBe(true);
});
