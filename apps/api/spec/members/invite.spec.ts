import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { membersHouse, takeMails } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization({ name: 'Larkspur' });
  owner = await house.person(larkspur, 'owner');
  administrator = await house.person(larkspur, 'user-administrator');
  await takeMails(house);
});

afterAll(() => house.stop());

const wren = { email: 'wren@otherhill.example', firstName: 'Wren', locale: 'de' };
const invite = (facts: object = {}, who = administrator, key?: string): Promise<Answer> => who.post('/members', { ...wren, ...facts }, key);
const page = async (memberId: string) => (await owner.get(`/members/${memberId}`)).body;

describe('an invitation', () => {
  it('makes a member who waits, mails a link in their language, and writes down no name', async () => {
    const { status, body } = await invite({ lastName: 'Foxglade', roles: [] });
    expect(status).toBe(201);
    expect(await page(body.memberId)).toMatchObject({
      number: body.number,
      status: 'invited',
      signsIn: false,
      invitation: { state: 'waiting', sentAt: '2026-03-02T09:00:00Z', expiresAt: '2026-03-09T09:00:00Z' },
      may: { invite: true, withdraw: true, suspend: true, reactivate: false },
    });
    const [mail] = await takeMails(house);
    expect(mail).toMatchObject({
      to: wren.email,
      locale: 'de',
      template: 'members.invitation',
      facts: { organizationId: larkspur, memberId: body.memberId, organization: 'Larkspur', days: 7 },
    });
    const entries = await house.rows(larkspur, `select action, facts from audit_entries where target_id = $1`, [body.memberId]);
    expect(entries).toEqual([{ action: 'member.invited', facts: { number: body.number, roles: '' } }]);
  });

  it.each([
    { firstName: 'Sukarno', lastName: null },
    { firstName: '李', lastName: '小龙' },
    { firstName: 'محمد', lastName: 'بن سلمان' },
    { firstName: 'नरेन्द्र', lastName: 'मोदी' },
    { firstName: 'N'.repeat(200), lastName: 'ﷺ'.repeat(200) },
    { firstName: "D'Arcy-Ångström 3rd", lastName: 'van der Ó Súilleabháin' },
    { firstName: '👩‍🚀', lastName: null },
    { email: 'wren+smartpar@otherhill.example' },
    { email: '李@例え.テスト' },
    { email: `${'w'.repeat(64)}@${'o'.repeat(60)}.example` },
    { email: 'WREN@MÜLLER.example' },
    { phone: '+49 (0)30 / 123 45 67' },
  ])('takes %j, and finds them again by it', async (facts: { email?: string; firstName?: string; lastName?: string | null }) => {
    const { status, body } = await invite(facts);
    expect(status).toBe(201);
    const terms = [facts.email, facts.firstName, facts.lastName].filter((term) => typeof term === 'string');
    for (const term of terms) {
      expect((await administrator.post('/members/search', { search: term.slice(0, 254) })).body.items).toMatchObject([{ id: body.memberId }]);
    }
  });

  it.each([
    { email: 'wren' },
    { email: undefined },
    { email: 'wren@otherhill.example\nbcc:all@otherhill.example' },
    { email: `${'ﷺ'.repeat(60)}@otherhill.example` },
    { firstName: '' },
    { firstName: '\u200d' },
    { firstName: 'x'.repeat(201) },
    { firstName: 'W\u0007ren' },
    { firstName: 'lone \ud800' },
    { lastName: '' },
    { phone: '12' },
    { phone: '030 123456' },
    { siteId: 'nowhere' },
    { siteId: newId() },
    { locale: 'xx' },
    { roles: 'owner' },
    { roles: ['emperor'] },
    { roles: ['auditor', 'auditor'] },
    { status: 'active' },
  ])('refuses %j, and nobody is invited', async (facts) => {
    const { status, body } = await invite(facts, owner);
    expect(status).toBe(422);
    expect(body.errors[0].message).not.toBe('');
    expect(await house.rows(larkspur, `select id from members where status = 'invited' and organization_id = $1`, [larkspur])).toEqual([]);
    expect(await takeMails(house)).toEqual([]);
  });

  it('sent twice under one key makes one member and one mail', async () => {
    const key = newId();
    const [one, other] = await Promise.all([invite({}, administrator, key), invite({}, administrator, key)]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body).toEqual(other.body);
    expect(await takeMails(house)).toHaveLength(1);
    expect(await invite({ firstName: 'Else' }, administrator, key)).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
  });

  it('to an address somebody has, in any spelling, is refused', async () => {
    await invite();
    expect(await invite({ email: 'WREN@OTHERHILL.example' })).toMatchObject({
      status: 422,
      body: { code: 'member.address_taken', errors: [{ field: 'email' }] },
    });
    expect((await house.person(await house.organization(), 'owner').then((elsewhere) => invite({}, elsewhere))).status).toBe(201);
  });

  it('comes with roles from owners only, and never with a staff role', async () => {
    expect(await invite({ roles: ['auditor'] })).toMatchObject({ status: 422, body: { code: 'member.roles_by_owners', errors: [{ field: 'roles' }] } });
    expect(await invite({ roles: ['support'] }, owner)).toMatchObject({ status: 409, body: { code: 'member.role_not_here' } });
    const { body } = await invite({ roles: ['owner', 'auditor'] }, owner);
    expect((await page(body.memberId)).roles).toEqual(['auditor', 'owner']);
    // An invited owner is an owner, but cannot act yet.
    expect((await administrator.delete(`/members/${body.memberId}/invitation`)).status).toBe(404);
    expect(await owner.delete(`/members/${owner.is.memberId}/roles/owner`)).toMatchObject({ status: 409, body: { code: 'member.last_owner' } });
  });
});

describe('an invitation that waits', () => {
  let memberId: string;

  beforeEach(async () => {
    memberId = (await invite()).body.memberId;
    await takeMails(house);
    house.time.advance({ minutes: 2 });
  });

  it('can be sent again, not at once, and then only the last link counts', async () => {
    expect((await administrator.post(`/members/${memberId}/invitation`)).body).toMatchObject({ memberId, status: 'invited' });
    expect(await administrator.post(`/members/${memberId}/invitation`)).toMatchObject({ status: 429, body: { code: 'invitation.sent_just_now' } });
    expect(await takeMails(house)).toHaveLength(1);
    expect((await house.rows(larkspur, 'select member_id from member_invitations where organization_id = $1', [larkspur])).length).toBe(1);
  });

  it('grows too old, and can be sent again then', async () => {
    house.time.advance({ hours: 7 * 24 });
    expect((await page(memberId)).invitation.state).toBe('expired');
    expect((await administrator.post(`/members/${memberId}/invitation`)).status).toBe(200);
    expect((await page(memberId)).invitation.state).toBe('waiting');
  });

  it('can be withdrawn, which makes the address free again', async () => {
    expect((await administrator.delete(`/members/${memberId}/invitation`)).body).toMatchObject({ status: 'deactivated' });
    expect((await page(memberId)).invitation.state).toBe('withdrawn');
    expect(await administrator.delete(`/members/${memberId}/invitation`)).toMatchObject({ status: 409 });
    expect(await administrator.post(`/members/${memberId}/invitation`)).toMatchObject({ status: 409, body: { code: 'member.state_forbids' } });
    expect((await invite()).status).toBe(201);
  });

  it('is void once the address is another', async () => {
    await administrator.patch(`/members/${memberId}/profile`, { version: 1, firstName: 'Wrenna' });
    expect((await page(memberId)).invitation.state).toBe('waiting');
    await administrator.patch(`/members/${memberId}/profile`, { version: 2, email: 'wrenna@otherhill.example' });
    expect((await page(memberId)).invitation.state).toBe('withdrawn');
    expect((await administrator.post(`/members/${memberId}/invitation`)).status).toBe(200);
    expect(await takeMails(house)).toMatchObject([{ to: 'wrenna@otherhill.example' }]);
  });

  it('is nothing to send to somebody who signs in already', async () => {
    expect(await owner.post(`/members/${administrator.is.memberId}/invitation`)).toMatchObject({ status: 409, body: { code: 'member.state_forbids' } });
  });
});
