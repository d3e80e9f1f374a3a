import { defineAbility, type MemberActor } from '@smartpar/access/model';
import { waitingItemAccess } from './waiting-item.access';

const member: MemberActor = { kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: [], grants: [], oversight: false };

it('every member may ask what waits for them, and whoever follows one question may not', () => {
  expect(defineAbility(member, [waitingItemAccess]).can('list', 'waiting-item')).toBe(true);
  expect(defineAbility({ kind: 'person', organizationId: 'o', requestId: 'r' }, [waitingItemAccess]).can('list', 'waiting-item')).toBe(false);
});
