import { newId } from '@smartpar/kernel';
import { OwnAddressWork } from '@smartpar/members/api';
import { LinkTokens } from '@smartpar/platform/http';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { membersHouse, takeMails } from './members-house';

let house: House;
let larkspur: string;
let member: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization({ name: 'Larkspur' });
  member = await house.person(larkspur);
  await takeMails(house);
});

afterAll(() => house.stop());

const PATH = '/my/private-address';
const propose = (email: string, key?: string): Promise<Answer> => member.put(PATH, { email }, key);
const forget = (): Promise<number> => house.perform(house.get(OwnAddressWork).kinds());
const asked = () => house.rows(larkspur, 'select email from member_address_proposals where member_id = $1', [member.is.memberId]);
const kept = async () => {
  const { privateEmail, privateEmailAsked, fields } = (await member.get('/my/profile')).body;
  return [privateEmail, privateEmailAsked, fields.privateEmail.source];
};
const tokenOf = async (): Promise<string> => {
  const [mail] = await takeMails(house);
  const { organizationId, memberId, proposalId } = mail?.facts ?? {};
  return house.get(LinkTokens).make('member-address', [String(organizationId), String(memberId), String(proposalId)]);
};
const confirm = async (token: string): Promise<Answer> => {
  const answer = await house.app.inject({ method: 'POST', url: '/api/member-addresses/confirmation', payload: { token } });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
};

describe('an address of one’s own', () => {
  it('is asked before it counts, in the person’s language, and kept once it says yes', async () => {
    expect((await propose('linden@home.example')).status).toBe(202);
    expect(await kept()).toEqual([null, 'linden@home.example', null]);
    expect((await confirm(await tokenOf())).status).toBe(204);
    expect(await kept()).toEqual(['linden@home.example', null, 'person']);
  });

  it('stays the one before until the new one says yes', async () => {
    await propose('linden@home.example');
    await confirm(await tokenOf());
    await propose('linden@other.example');
    expect(await kept()).toEqual(['linden@home.example', 'linden@other.example', 'person']);
  });

  it('says yes once, within two days, and to the last question alone', async () => {
    await propose('linden@home.example');
    const first = await tokenOf();
    house.time.advance({ minutes: 2 });
    await propose('linden@other.example');
    const second = await tokenOf();
    expect(await confirm(first)).toMatchObject({ status: 410, body: { code: 'member.address_link_spent' } });
    expect((await confirm(second)).status).toBe(204);
    expect((await confirm(second)).status).toBe(410);
    house.time.advance({ minutes: 2 });
    await propose('linden@third.example');
    const late = await tokenOf();
    house.time.advance({ hours: 49 });
    expect((await confirm(late)).status).toBe(410);
    expect(await kept()).toEqual(['linden@other.example', null, 'person']);
    expect((await confirm('anything')).status).toBe(410);
  });

  it('is asked once for one key, and the next one a minute later', async () => {
    const key = newId();
    await propose('linden@home.example', key);
    expect((await propose('linden@home.example', key)).status).toBe(202);
    expect(await takeMails(house)).toHaveLength(1);
    expect(await propose('robin@home.example')).toMatchObject({ status: 429, body: { code: 'member.address_asked_just_now' } });
  });

  it('is asked no sooner where the one before was taken back', async () => {
    await propose('linden@home.example');
    const token = await tokenOf();
    expect((await member.delete(PATH)).status).toBe(204);
    expect(await kept()).toEqual([null, null, null]);
    expect((await propose('robin@home.example')).status).toBe(429);
    expect([await takeMails(house), (await confirm(token)).status]).toEqual([[], 410]);
    expect(await asked()).toEqual([{ email: null }]);
    house.time.advance({ minutes: 1 });
    expect((await propose('robin@home.example')).status).toBe(202);
  });

  it('is kept no longer than its link works, where it never said yes', async () => {
    await propose('stranger@home.example');
    house.time.advance({ hours: 47 });
    await forget();
    expect(await asked()).toEqual([{ email: 'stranger@home.example' }]);
    house.time.advance({ hours: 1 });
    await forget();
    expect(await asked()).toEqual([]);
    await takeMails(house);
    await propose('stranger@home.example');
    await confirm(await tokenOf());
    house.time.advance({ hours: 48 });
    await forget();
    const told = (await house.log(larkspur)).filter((action) => action.startsWith('member.own-address'));
    expect(told.map((action) => action.slice('member.own-address-'.length))).toEqual(['proposed', 'withdrawn', 'proposed', 'confirmed']);
    expect(await kept()).toEqual(['stranger@home.example', null, 'person']);
  });

  it('is not the one the organization gave', async () => {
    expect(await propose(member.is.email.toUpperCase())).toMatchObject({ status: 422, body: { code: 'member.address_not_private' } });
    expect((await propose('nobody')).status).toBe(422);
  });

  it('is taken away with one that was asked, and the log holds no address', async () => {
    await propose('linden@home.example');
    await confirm(await tokenOf());
    house.time.advance({ minutes: 2 });
    await propose('linden@other.example');
    expect((await member.delete(PATH)).status).toBe(204);
    expect(await kept()).toEqual([null, null, 'person']);
    const log = await house.rows<{ action: string; facts: object }>(larkspur, 'select action, facts from audit_entries where target_id = $1 order by id', [
      member.is.memberId,
    ]);
    expect(log.map(({ action }) => action).slice(-6)).toEqual([
      'member.own-address-proposed',
      'member.own-address-confirmed',
      'member.corrected',
      'member.own-address-proposed',
      'member.own-address-withdrawn',
      'member.corrected',
    ]);
    expect(JSON.stringify(log)).not.toContain('example');
  });
});
