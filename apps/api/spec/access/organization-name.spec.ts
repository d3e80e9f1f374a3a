import { CasePeople, GrantModule, GrantPeople, LockboxModule, LockboxPeople } from '@smartpar/access/api';
import { MemberAdministrationModule } from '@smartpar/members/api';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { Invited } from '../members/members-house';
import type { House } from '../organizations/house';
import { startHouse } from './violations-house';

let house: House;

beforeAll(async () => {
  house = await startHouse({
    modules: [Invited, GrantModule, LockboxModule, MemberAdministrationModule],
    wires: [
      { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
      { provide: GrantPeople, useClass: PeopleOfGrants },
      { provide: LockboxPeople, useClass: PeopleOfLockboxes },
    ],
  });
});
afterAll(() => house.stop());

describe('the name of the organization that a mail bears', () => {
  it.each([
    ['grants', () => house.get(GrantPeople)],
    ['cases', () => house.get(CasePeople)],
    ['lockboxes', () => house.get(LockboxPeople)],
  ])('is read by %s in the act’s own transaction, which takes no second connection', async (_, people) => {
    const owner = await house.person(await house.organization(), 'owner');
    const name = await house.database.tenant(owner.actor('owner'), async (tx) => {
      await tx.query(`update organizations set name = 'Known in here alone' where organization_id = $1`, [tx.organizationId]);
      return people().organizationName(tx);
    });
    expect(name).toBe('Known in here alone');
  });
});
