import { recordEntry } from '@smartpar/audit/api';
import { newId } from '@smartpar/kernel';
import { startHouse } from '../access/need-to-know-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';

let house: House;
let owner: Person;
let member: Person;

beforeAll(async () => {
  house = await startHouse();
  const organizationId = await house.organization();
  [owner, member] = [await house.person(organizationId, 'owner'), await house.person(organizationId)];
  for (const action of ['ledger.challenged', 'undertaking.signed']) {
    await house.database.tenant(member.actor('helpdesk'), (tx) => recordEntry(tx, { action, target: { noun: 'privacy-request', id: newId() }, facts: {} }));
  }
});
afterAll(() => house.stop());

const read = async (query: string) => (await owner.get(`/audit-entries?${query}`)).body.items;

describe('a complaint that was kept in the name of whoever complained', () => {
  it('is read in nobody’s name', async () => {
    const [entry] = await read('action=ledger.challenged');
    expect(entry.actor).toEqual({ kind: 'system', id: 'complaints', memberNumber: null, roles: [] });
    expect(JSON.stringify(entry)).not.toContain(member.is.memberId);
  });

  it('is not found by asking what somebody did', async () => {
    const actions = (await read(`actorId=${member.is.memberId}`)).map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['undertaking.signed']);
  });

  it('leaves everything else in the name of whoever did it', async () => {
    expect((await read('action=undertaking.signed'))[0].actor).toMatchObject({ kind: 'member', memberNumber: `M-${member.is.number}`, roles: ['helpdesk'] });
  });
});
