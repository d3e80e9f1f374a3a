import { BreakGlassModule, GrantModule, GrantPeople, LockboxPeople } from '@smartpar/access/api';
import { MemberAdministrationModule } from '@smartpar/members/api';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { Invited } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { granted } from './grants-house';
import { hasPhone, looksAt, PHONE } from './need-to-know-house';
import { startHouse } from './violations-house';

const SECURITY = { purpose: 'security', reason: { template: 'unusual-sign-in' } } as const;
const GONE = { status: 404, body: { code: 'not_found' } };

let house: House;
let helpdesk: Person;
let member: Person;
let officer: Person;
let administrator: Person;

beforeAll(async () => {
  house = await startHouse({
    modules: [Invited, GrantModule, BreakGlassModule, MemberAdministrationModule],
    wires: [
      { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
      { provide: GrantPeople, useClass: PeopleOfGrants },
      { provide: LockboxPeople, useClass: PeopleOfLockboxes },
    ],
  });
});
afterAll(() => house.stop());
afterEach(() => jest.restoreAllMocks());

beforeEach(async () => {
  const organizationId = await house.organization();
  const owner = await house.person(organizationId, 'owner');
  officer = await house.person(organizationId, 'privacy-officer');
  [helpdesk, administrator, member] = [
    await house.person(organizationId, 'helpdesk'),
    await house.person(organizationId, 'user-administrator'),
    await house.person(organizationId),
  ];
  await hasPhone(house, member, '+49 30 1234567');
  await owner.put('/standing-grants', { version: 1, grants: [{ role: 'user-administrator', category: PHONE, mode: 'hidden', purposes: [] }] });
});

/** Lets something happen behind the cache, just after a look was found to be a repeated one and before it is shown once more. */
function meanwhile(happens: () => Promise<unknown>): void {
  const tenant = house.database.tenant.bind(house.database);
  jest.spyOn(house.database, 'tenant').mockImplementation(async (actor, work) => {
    try {
      return await tenant(actor, work);
    } catch (error) {
      if (error instanceof Error && error.message === 'This look was made before.') await happens();
      throw error;
    }
  });
}

describe('a look that is asked for again', () => {
  const again = (who: Person, key: string) => looksAt(who, member.is.memberId, { ...SECURITY, key });

  it('shows nothing where the grant it was made under has ended meanwhile', async () => {
    const grantId = await granted(house, helpdesk, officer);
    const key = 'one-and-the-same-key-0031';
    const [first, second] = [await again(helpdesk, key), await again(helpdesk, key)];
    expect([first.status, second.body]).toEqual([201, first.body]);
    meanwhile(() => house.rows(helpdesk.is.organizationId, 'update grants set ends_at = decided_at where id = $1', [grantId]));
    expect(await again(helpdesk, key)).toMatchObject(GONE);
  });

  it('shows it by another grant that is left', async () => {
    const grantId = await granted(house, helpdesk, officer);
    await granted(house, helpdesk, officer);
    const key = 'one-and-the-same-key-0032';
    const first = await again(helpdesk, key);
    meanwhile(() => house.rows(helpdesk.is.organizationId, 'update grants set ends_at = decided_at where id = $1', [grantId]));
    expect((await again(helpdesk, key)).body).toEqual(first.body);
  });

  it('shows nothing where the emergency it rested on has been ended meanwhile', async () => {
    const words = 'Somebody fell in the workshop and we need their family.';
    const { body } = await administrator.post('/break-glasses', { ground: 'safety', categories: [PHONE], words });
    const key = 'one-and-the-same-key-0033';
    expect((await again(administrator, key)).status).toBe(201);
    meanwhile(() => house.rows(administrator.is.organizationId, 'update break_glasses set until = began_at where id = $1', [body.id]));
    expect(await again(administrator, key)).toMatchObject(GONE);
  });
});
