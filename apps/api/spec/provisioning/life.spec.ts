import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { takeMails } from '../members/members-house';
import { type Directory, directoryOf, ERROR, provisioningHouse, userOf } from './provisioning-house';

let house: House;
let larkspur: string;
let owner: Person;
let directory: Directory;

beforeAll(async () => {
  house = await provisioningHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  directory = await directoryOf(house, larkspur);
});

afterAll(() => house.stop());

const active = (id: string, value: unknown) => directory.patch(`/Users/${id}`, [{ op: 'replace', path: 'active', value }]);
const status = async (id: string) =>
  (await house.rows<{ status: string }>(larkspur, 'select status from members where organization_id = $1 and id = $2', [larkspur, id]))[0]?.status;

describe('a user the directory makes inactive', () => {
  it('is suspended at once and told, and comes back the same way', async () => {
    const ada = await house.person(larkspur, 'helpdesk');
    const { memberId } = ada.is;
    await takeMails(house);
    expect((await ada.get('/abilities')).status).toBe(200);
    expect(await active(memberId, false)).toMatchObject({ status: 200, body: { active: false } });
    expect([await status(memberId), (await ada.get('/abilities')).status]).toEqual(['suspended', 404]);
    expect(await active(memberId, true)).toMatchObject({ status: 200, body: { active: true } });
    expect([await status(memberId), (await ada.get('/abilities')).status]).toEqual(['active', 200]);
    expect((await takeMails(house)).map(({ template }) => template)).toEqual(['members.suspended', 'members.reactivated']);
  });

  it('may come that way', async () => {
    const { id } = await directory.user({ active: false });
    expect(await status(id)).toBe('suspended');
  });

  it('is never the last owner', async () => {
    const refusals = [await active(owner.is.memberId, false), await directory.delete(`/Users/${owner.is.memberId}`)];
    for (const refused of refusals)
      expect(refused).toMatchObject({ status: 403, body: { schemas: [ERROR], status: '403', detail: expect.stringContaining('only owner') } });
    expect([await status(owner.is.memberId), (await owner.get('/abilities')).status]).toEqual(['active', 200]);
    const second = await house.person(larkspur, 'owner');
    expect((await active(second.is.memberId, false)).status).toBe(200);
  });

  it('stays invited where they had not joined yet', async () => {
    const { body } = await owner.post('/members', {
      email: 'new@larkspur.example',
      firstName: 'Neu',
      lastName: null,
      phone: null,
      siteId: null,
      locale: 'de',
      roles: [],
    });
    await active(body.memberId, false);
    expect(await status(body.memberId)).toBe('suspended');
    await active(body.memberId, true);
    expect(await status(body.memberId)).toBe('invited');
  });
});

describe('a user the directory removes', () => {
  it('is suspended and hidden from it, and nothing of them is erased', async () => {
    const { id, userName } = await directory.user({ displayName: 'Ada' });
    expect(await directory.delete(`/Users/${id}`)).toMatchObject({ status: 204, body: undefined });
    for (const gone of [
      await directory.get(`/Users/${id}`),
      await directory.delete(`/Users/${id}`),
      await active(id, true),
      await directory.put(`/Users/${id}`, userOf()),
    ])
      expect(gone).toMatchObject({ status: 404, body: { schemas: [ERROR], status: '404' } });
    expect((await directory.find('Users', `userName eq "${userName}"`)).body.totalResults).toBe(0);
    const [row] = await house.rows(larkspur, 'select status, display_name, email from members where organization_id = $1 and id = $2', [larkspur, id]);
    expect(row).toEqual({ status: 'suspended', display_name: 'Ada', email: userName });
    expect((await owner.get(`/members/${id}`)).body.status).toBe('suspended');
    expect(await house.log(larkspur)).toContain('member.hidden');
  });

  it('leaves name and address to somebody new, who gets nothing of what was', async () => {
    const before = await directory.user({ displayName: 'Ada', externalId: 'same' });
    await directory.delete(`/Users/${before.id}`);
    const after = await directory.user({ userName: before.userName, emails: before.emails, externalId: 'same' });
    expect(after.id).not.toBe(before.id);
    expect(after).not.toHaveProperty('displayName');
    expect((await directory.find('Users', 'externalId eq "same"')).body.Resources.map(({ id }: { id: string }) => id)).toEqual([after.id]);
  });

  it('is let in again by an administrator only where nobody has their address meanwhile', async () => {
    const before = await directory.user();
    await directory.delete(`/Users/${before.id}`);
    const after = await directory.user({ userName: before.userName, emails: before.emails });
    expect(await owner.post(`/members/${before.id}/reactivation`, {})).toMatchObject({ status: 422, body: { code: 'member.address_taken' } });
    await directory.delete(`/Users/${after.id}`);
    expect((await owner.post(`/members/${before.id}/reactivation`, {})).status).toBe(200);
    expect(await directory.get(`/Users/${before.id}`)).toMatchObject({ status: 200, body: { active: true } });
  });

  it('is in no group for the directory', async () => {
    const { id } = await directory.user();
    const group = await directory.group('Gardens', [id]);
    await directory.delete(`/Users/${id}`);
    expect((await directory.get(`/Groups/${group.id}`)).body).not.toHaveProperty('members');
  });
});
