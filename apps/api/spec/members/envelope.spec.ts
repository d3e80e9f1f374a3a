import { MemberFactsQuery } from '@smartpar/members/api';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { asks, letGo, lineOf, livesHouse, openEnvelope, work } from './lives-house';
import { takeMails } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;
let member: Person;

beforeAll(async () => {
  house = await livesHouse();
});

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  larkspur = await house.organization();
  [owner, administrator, member] = [
    await house.person(larkspur, 'owner'),
    await house.person(larkspur, 'user-administrator'),
    await house.person(larkspur, 'auditor'),
  ];
  await takeMails(house);
});

afterAll(() => house.stop());

describe('the leaver’s envelope', () => {
  const printed = async (): Promise<string> => (await letGo(owner, member, { cause: 'left', envelope: 'print' })).body.code;

  it('shows their own requests and what is kept, in any spelling of the code, as often as it is opened', async () => {
    await asks(house, member, 'answered');
    const code = await printed();
    for (const spelling of [code, code.toLowerCase().replaceAll('-', ' '), ` ${code.replaceAll('-', '')}\n`]) {
      const { status, body } = await openEnvelope(house, spelling);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        organization: expect.stringContaining('Larkspur'),
        standing: 'grace',
        requests: [{ standing: 'answered', token: expect.any(String) }],
      });
    }
  });

  it('on paper leaves out complaints about a member and what went to SmartPAR: whoever printed it knows the code', async () => {
    await asks(house, member, 'answered');
    const complaint = await asks(house, member, 'answered');
    await house.rows(larkspur, 'update privacy_requests set about_member_id = $2 where id = $1', [complaint, owner.is.memberId]);
    expect((await openEnvelope(house, await printed())).body.requests).toHaveLength(1);
  });

  it('shows all of them to whoever left by themself, and answers go to an address of their own, never to the next holder of the one at work', async () => {
    const complaint = await asks(house, member);
    await house.rows(larkspur, 'update privacy_requests set about_member_id = $2 where id = $1', [complaint, owner.is.memberId]);
    const { code } = (await member.post('/my/leaving', { read: true })).body;
    expect((await openEnvelope(house, code)).body.requests).toHaveLength(1);
    const reached = async () => {
      const facts = await house.database.tenant(owner.actor('owner'), (tx) => house.get(MemberFactsQuery).find(tx, [member.is.memberId]));
      return facts[0]?.email;
    };
    expect(await reached()).toBe(member.is.email);
    await owner.post('/members', { email: member.is.email, firstName: 'Other', locale: 'en' });
    expect(await reached()).toBeNull();
    await house.rows(larkspur, `update members set private_email = 'linden@home.example' where id = $1`, [member.is.memberId]);
    expect(await reached()).toBe('linden@home.example');
    await openEnvelope(house, code, '/api/leaver/reply-address', { email: 'me@home.example' });
    expect(await reached()).toBe('me@home.example');
  });

  it('works after de-identification, with the address they gave', async () => {
    await asks(house, member, 'answered');
    const code = await printed();
    const given = await openEnvelope(house, code, '/api/leaver/reply-address', { email: 'me@home.example' });
    expect(given.body.replyAddress).toBe('me@home.example');
    house.time.advance({ days: 31 });
    await work(house);
    expect((await openEnvelope(house, code)).body).toMatchObject({
      standing: 'done',
      replyAddress: 'me@home.example',
      requests: [{ standing: 'answered' }],
      outlook: { plannedAt: null },
    });
    const taken = await openEnvelope(house, code, '/api/leaver/reply-address', { email: null });
    expect(taken.body.replyAddress).toBeNull();
  });

  it.each(['AAAA-AAAA-AAAA-AAAA-AAAA', '', 'nothing at all'])('says of %j no more than that it opens nothing', async (code) => {
    expect(await openEnvelope(house, code)).toMatchObject({ status: 422, body: { code: 'leaver.code_wrong' } });
    expect((await openEnvelope(house, code, '/api/leaver/reply-address', { email: null })).body.code).toBe('leaver.code_wrong');
  });

  it('lies nowhere in clear', async () => {
    const code = await printed();
    const rows = await house.rows(larkspur, `select d::text from departures d union all select e::text from audit_entries e`);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('on paper is for those who answer every question alone: the code opens what the person asked', async () => {
    expect(await letGo(administrator, member, { cause: 'left', envelope: 'print' })).toMatchObject({ status: 409, body: { code: 'member.letter_not_yours' } });
    expect((await lineOf(house, member))['status']).toBe('active');
  });

  it('is told at an address of their own alone, where they confirmed one: the mailbox at work is somebody else’s by then', async () => {
    await house.rows(larkspur, `update members set private_email = 'linden@home.example' where id = $1`, [member.is.memberId]);
    await house.rows(
      larkspur,
      `insert into member_field_sources (organization_id, member_id, field, source, changed_at) values ($1, $2, 'privateEmail', 'person', now())`,
      [larkspur, member.is.memberId],
    );
    await letGo(administrator, member);
    expect((await takeMails(house)).map(({ to }) => to)).toEqual(['linden@home.example']);
  });
});
