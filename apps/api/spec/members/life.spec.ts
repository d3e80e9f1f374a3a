import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { answered, asks, killedAt, letGo, lineOf, livesHouse, of, openEnvelope, work } from './lives-house';
import { everybody, takeMails } from './members-house';

const HOLD = { ground: 'dispute', words: 'Claim before the labour court.' };

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
  await house.database.global((tx) => tx.query('delete from due_work'));
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  administrator = await house.person(larkspur, 'user-administrator');
  member = await house.person(larkspur, 'auditor');
  await takeMails(house);
});

afterAll(() => house.stop());

const later = (days: number): void => house.time.advance({ days });
const statusOf = async (person: Person): Promise<unknown> => (await lineOf(house, person))['status'];
const log = async (person: Person): Promise<string[]> =>
  (await house.rows<{ action: string }>(larkspur, 'select action from audit_entries where target_id = $1 order by id', [person.is.memberId])).map(
    ({ action }) => action,
  );

describe('leaving', () => {
  it('ends entry to this organization at once, tells the person how long they can come back, and touches nothing else', async () => {
    const there = await house.person(await house.organization(), 'auditor');
    await house.rows(larkspur, 'update members set account_id = $2 where id = $1', [member.is.memberId, there.is.accountId]);
    await house.rows(larkspur, `select pg_notify('invalidation', $1)`, [`account:${there.is.accountId}`]);
    const here = there.at(larkspur);
    expect((await here.get('')).status).toBe(200);
    const left = await letGo(administrator, member);
    expect(left).toMatchObject({ status: 200, body: { status: 'deactivated', version: 2, graceUntil: '2026-03-16T09:00:00Z', code: null } });
    expect([(await here.get('')).status, (await there.get('')).status]).toEqual([404, 200]);
    expect(await takeMails(house)).toMatchObject([
      { to: member.is.email, template: 'members.departed', facts: { graceUntil: '2026-03-16T09:00:00Z', plannedAt: '2026-04-01T09:00:00Z' } },
    ]);
    expect((await log(member)).slice(-2)).toEqual(['member.status-changed', 'member.departed']);
  });

  it('is done once, however often it arrives', async () => {
    const key = newId();
    const [one, other] = await Promise.all([1, 2].map(() => letGo(owner, member, { cause: 'left', envelope: 'print' }, key)));
    expect([one?.status, other?.status]).toEqual([200, 200]);
    expect(one?.body).toEqual(other?.body);
    expect(one?.body.code).toMatch(/^([A-Z0-9]{4}-){4}[A-Z0-9]{4}$/);
    expect(await takeMails(house)).toEqual([]);
    expect((await letGo(owner, member)).body.code).toBe('member.state_forbids');
  });

  it('is refused to everybody who administers no members, and for an owner to all but owners', async () => {
    for (const role of ['privacy-officer', 'helpdesk', 'auditor'] as const) expect((await letGo(await house.person(larkspur, role), member)).status).toBe(404);
    const second = await house.person(larkspur, 'owner');
    expect((await letGo(administrator, second)).status).toBe(404);
    expect((await letGo(owner, second)).status).toBe(200);
    expect(await letGo(owner, owner)).toMatchObject({ status: 409, body: { code: 'member.last_owner' } });
    expect((await letGo(owner.at(await house.organization()), member)).status).toBe(404);
  });

  it('asks about holds for a dismissal, and places the one that is said', async () => {
    expect(await letGo(administrator, member, { cause: 'dismissed' })).toMatchObject({ status: 422, body: { errors: [{ field: 'hold' }] } });
    expect((await letGo(administrator, member, { cause: 'dismissed', hold: HOLD })).status).toBe(200);
    expect((await owner.get(`${of(member)}/holds`)).body.items).toMatchObject([{ ...HOLD, lifted: null }]);
    expect((await owner.get(`${of(member)}/life`)).body).toMatchObject({
      departure: { cause: 'dismissed' },
      waits: [{ kind: 'grace' }, { kind: 'period' }, { kind: 'hold', count: 1 }],
    });
    await asks(house, member);
    const desk = await house.person(larkspur, 'helpdesk');
    const seen = (await desk.get(`${of(member)}/life`)).body.waits.map(({ kind }: { kind: string }) => kind);
    expect(seen).toEqual(['grace', 'period']);
  });

  it('stops all mail to somebody who died, whatever it is about', async () => {
    expect((await letGo(administrator, member, { cause: 'deceased' })).body.code).toBeNull();
    await house.database.tenant(owner.actor('owner'), (tx) =>
      tx.query(
        `insert into mail_outbox (id, organization_id, to_address, locale, template, facts, created_at, next_at) values ($1, $2, upper($3), 'en', 'members.suspended', '{}', now(), now())`,
        [newId(), larkspur, member.is.email],
      ),
    );
    expect(await takeMails(house)).toEqual([]);
    expect((await administrator.delete(`${of(member)}/deactivation`)).status).toBe(200);
    expect(await takeMails(house)).toMatchObject([{ to: member.is.email, template: 'members.came-back' }]);
  });

  it('of somebody who was invited and never came begins when their invitation is withdrawn', async () => {
    const { body } = await administrator.post('/members', { email: 'new@larkspur.example', firstName: 'Fern', locale: 'en' });
    await administrator.delete(`/members/${body.memberId}/invitation`);
    later(31);
    await work(house);
    expect(await house.rows(larkspur, 'select status, email from members where id = $1', [body.memberId])).toEqual([{ status: 'de-identified', email: null }]);
  });
});

describe('coming back', () => {
  it('brings back what was held before, and the code opens nothing any more', async () => {
    const { code } = (await letGo(owner, member, { cause: 'left', envelope: 'print' })).body;
    later(13);
    expect((await administrator.delete(`${of(member)}/deactivation`)).body).toMatchObject({ status: 'active', version: 3 });
    expect((await member.get('/members/search')).status).toBe(404);
    expect((await owner.get(of(member))).body).toMatchObject({ status: 'active', roles: ['auditor'] });
    expect((await openEnvelope(house, code)).body.code).toBe('leaver.code_wrong');
    later(400);
    await work(house);
    expect(await statusOf(member)).toBe('active');
  });

  it('leaves whoever was suspended suspended', async () => {
    await administrator.post(`${of(member)}/suspension`, {});
    await letGo(administrator, member);
    expect((await administrator.delete(`${of(member)}/deactivation`)).body.status).toBe('suspended');
    expect((await member.get('')).status).toBe(404);
  });

  it('is over with the grace, and letting in again is no way round it', async () => {
    await letGo(administrator, member);
    expect((await administrator.post(`${of(member)}/reactivation`, {})).body.code).toBe('member.state_forbids');
    later(14);
    expect(await administrator.delete(`${of(member)}/deactivation`)).toMatchObject({ status: 409, body: { code: 'member.grace_over' } });
    expect((await owner.get(`${of(member)}/life`)).body.may).toMatchObject({ deactivate: false, cancel: false });
  });

  it('is refused where somebody else has the address by now', async () => {
    await letGo(administrator, member);
    expect((await owner.post('/members', { email: member.is.email, firstName: 'Other', locale: 'en' })).status).toBe(201);
    expect((await administrator.delete(`${of(member)}/deactivation`)).body.code).toBe('member.address_taken');
  });
});

describe('de-identification', () => {
  it('comes once grace and retention period are over: what names them goes, their number stays, nobody is found by them', async () => {
    const there = await house.person(await house.organization());
    await house.rows(larkspur, 'update members set account_id = $2 where id = $1', [member.is.memberId, there.is.accountId]);
    await letGo(administrator, member);
    const before = await lineOf(house, member);
    later(29);
    await work(house);
    expect(await statusOf(member)).toBe('deactivated');
    later(1);
    await work(house);
    const after = await lineOf(house, member);
    expect(after).toMatchObject({
      status: 'de-identified',
      account_id: null,
      email: null,
      first_name: null,
      last_name: null,
      phone: null,
      number: before['number'],
    });
    expect(JSON.stringify(after)).not.toMatch(/Linden|Ashgrove|larkspur\.example/);
    expect(await house.rows(larkspur, 'select 1 from member_roles where member_id = $1', [member.is.memberId])).toEqual([]);
    expect(await house.accountRows(there.is.accountId, 'select organization_id from account_memberships where account_id = $1')).toEqual([
      { organization_id: there.is.organizationId },
    ]);
    expect((await there.get('')).status).toBe(200);
    expect(await house.database.global((tx) => tx.query('select 1 from mail_outbox where to_address = $1', [member.is.email]))).toEqual([]);
    expect((await owner.get(of(member))).status).toBe(404);
    expect((await owner.post('/members/search', { status: 'de-identified' })).body.items).toMatchObject([
      { number: before['number'], status: 'de-identified', profile: { firstName: null, email: null } },
    ]);
    expect(await everybody(owner, {})).not.toContain(member.is.memberId);
    expect((await log(member)).at(-1)).toBe('member.de-identified');
  });

  it('takes the way from their account to their number out of the claim that made them a member', async () => {
    const [claimId, accountId] = [newId(), newId()];
    await house.rows(
      larkspur,
      `insert into account_claims (organization_id, id, domain, state, started_at, takes_force_at, ended_at) values ($1, $2, 'larkspur.example', 'in-force', now(), now(), now())`,
      [larkspur, claimId],
    );
    await house.rows(
      larkspur,
      `insert into claimed_accounts (organization_id, claim_id, account_id, state, member_id, not_before, changed_at) values ($1, $2, $3, 'joined', $4, now(), now())`,
      [larkspur, claimId, accountId, member.is.memberId],
    );
    await letGo(administrator, member);
    later(31);
    await work(house);
    expect(await house.rows(larkspur, 'select state, member_id from claimed_accounts where account_id = $1', [accountId])).toEqual([
      { state: 'joined', member_id: null },
    ]);
  });

  it('takes no mail away that waits for whoever has the address by then', async () => {
    await letGo(administrator, member);
    later(31);
    await takeMails(house);
    await house.database.tenant(owner.actor('owner'), (tx) =>
      tx.query(
        `insert into mail_outbox (id, organization_id, to_address, locale, template, facts, created_at, next_at) values ($1, $2, $3, 'en', 'members.suspended', '{}', now(), now())`,
        [newId(), larkspur, member.is.email],
      ),
    );
    await work(house);
    expect(await statusOf(member)).toBe('de-identified');
    expect(await takeMails(house)).toMatchObject([{ to: member.is.email, template: 'members.suspended' }]);
  });

  it('broken off at any statement it is not begun, and done later it is done once and whole', async () => {
    await asks(house, member, 'answered');
    await letGo(administrator, member);
    later(31);
    let statement = 0;
    for (let done = false; !done;) {
      statement += 1;
      const before = await lineOf(house, member);
      done = await work(house, killedAt(statement)).then(
        () => true,
        () => false,
      );
      if (!done) expect(await lineOf(house, member)).toEqual(before);
      // the plan that failed waits a while
      house.time.advance({ minutes: 6 });
    }
    expect(statement).toBeGreaterThan(15);
    expect((await log(member)).filter((action) => action === 'member.de-identified')).toHaveLength(1);
    expect(await house.rows(larkspur, 'select identifier, reply_address as address from privacy_requests where member_id = $1', [member.is.memberId])).toEqual([
      { identifier: null, address: null },
    ]);
    later(40);
    expect(await work(house)).toBe(0);
  });

  it('waits for a hold, whatever the day, and comes within a day once it is lifted', async () => {
    await letGo(administrator, member, { cause: 'dismissed', hold: HOLD });
    later(400);
    await work(house);
    expect(await statusOf(member)).toBe('deactivated');
    const [{ id }] = (await owner.get(`${of(member)}/holds`)).body.items;
    expect((await administrator.post(`${of(member)}/holds/${id}/lifting`, { words: 'Settled.' })).status).toBe(404);
    expect((await owner.post(`${of(member)}/holds/${id}/lifting`, { words: 'Settled.' })).body.items).toMatchObject([{ lifted: { words: 'Settled.' } }]);
    expect((await owner.post(`${of(member)}/holds/${id}/lifting`, { words: 'Again.' })).body.code).toBe('hold.lifted');
    later(1);
    await work(house);
    expect(await statusOf(member)).toBe('de-identified');
    expect((await owner.post(`${of(member)}/holds`, HOLD)).status).toBe(404);
  });

  it('waits for a question of theirs that is open', async () => {
    const id = await asks(house, member);
    await letGo(administrator, member);
    later(100);
    await work(house);
    expect((await owner.get(`${of(member)}/life`)).body.waits).toEqual([{ kind: 'request', until: null, count: 1 }]);
    await answered(house, member, id);
    later(1);
    await work(house);
    expect(await statusOf(member)).toBe('de-identified');
  });

  it('comes as late as the organization says', async () => {
    const period = await owner.put('/retention-period', { version: 0, memberDays: 365 });
    expect(period.body).toEqual({ version: 1, memberDays: 365 });
    expect((await owner.put('/retention-period', { version: 0, memberDays: 5 })).body.code).toBe('retention_period.changed_meanwhile');
    expect((await owner.put('/life-rules', { version: 0, graceDays: 30, dormantDays: null })).body).toEqual({ version: 1, graceDays: 30, dormantDays: null });
    expect((await letGo(administrator, member)).body.graceUntil).toBe('2026-04-01T09:00:00Z');
    later(364);
    await work(house);
    expect(await statusOf(member)).toBe('deactivated');
    later(1);
    await work(house);
    expect(await statusOf(member)).toBe('de-identified');
  });
});

it('de-identification comes earlier for those who left already, where the organization keeps their data for less long from now on', async () => {
  await owner.put('/retention-period', { version: 0, memberDays: 3650 });
  await letGo(administrator, member);
  later(20);
  await work(house);
  await owner.put('/retention-period', { version: 1, memberDays: 30 });
  await work(house);
  expect(await statusOf(member)).toBe('deactivated');
  later(10);
  await work(house);
  expect(await statusOf(member)).toBe('de-identified');
});

describe('what goes and what stays', () => {
  it('is said in figures before it is done, to those who may let the member go', async () => {
    await asks(house, member, 'answered');
    const { body } = await administrator.get(`${of(member)}/leaving`);
    expect(body.goes).toEqual(
      expect.arrayContaining([
        { kind: 'profile', count: 5 },
        { kind: 'roles', count: 1 },
        { kind: 'requests', count: 1 },
      ]),
    );
    expect(body.stays).toEqual(expect.arrayContaining([{ kind: 'requests', why: 'answers', count: 1 }]));
    expect(body).toMatchObject({ graceDays: 14, plannedAt: '2026-04-01T09:00:00Z', waits: [] });
    expect((await (await house.person(larkspur, 'auditor')).get(`${of(member)}/leaving`)).status).toBe(404);
  });

  it('is read by everybody about themself, who may leave as well', async () => {
    expect((await member.get('/my/leaving')).body.goes).toEqual(expect.arrayContaining([{ kind: 'roles', count: 1 }]));
    expect((await member.stale.post('/my/leaving', { read: true })).body.code).toBe('reauthentication_required');
    const left = await member.post('/my/leaving', { read: true });
    expect(left.body.graceUntil).toBe('2026-03-16T09:00:00Z');
    expect((await member.get('')).status).toBe(404);
    expect((await openEnvelope(house, left.body.code)).body).toMatchObject({ standing: 'grace' });
    expect((await owner.post('/my/leaving', { read: true })).body.code).toBe('member.last_owner');
  });
});

describe('somebody who has not been here for long', () => {
  const dormant = async (who: Person): Promise<string[]> => everybody(who, { dormant: true });

  it('is suggested to those who may let them go, and nothing happens to them', async () => {
    later(89);
    expect(await dormant(owner)).toEqual([]);
    await member.get('');
    later(1);
    expect(await dormant(owner)).toEqual([administrator.is.memberId]);
    expect((await owner.get(`${of(administrator)}/life`)).body.dormantSince).toBe('2026-03-02');
    expect((await (await house.person(larkspur, 'auditor')).post('/members/search', { dormant: true })).status).toBe(404);
    await work(house);
    expect(await statusOf(administrator)).toBe('active');
  });

  it('is nobody where the organization wants no such suggestion', async () => {
    later(4000);
    expect((await dormant(owner)).length).toBeGreaterThan(0);
    await owner.put('/life-rules', { version: 0, graceDays: 14, dormantDays: null });
    expect(await dormant(owner)).toEqual([]);
  });

  it('was here on a day that is known to this organization alone', async () => {
    const elsewhere = await house.person(await house.organization());
    await house.rows(larkspur, 'update members set account_id = $2 where id = $1', [member.is.memberId, elsewhere.is.accountId]);
    later(10);
    await elsewhere.get('');
    const dayOf = ({ is: { organizationId, memberId } }: Person) =>
      house.rows(organizationId, 'select last_used_on::text as day from members where id = $1', [memberId]);
    expect(await dayOf(elsewhere)).toEqual([{ day: '2026-03-12' }]);
    expect(await dayOf(member)).toEqual([{ day: '2026-03-02' }]);
  });
});
