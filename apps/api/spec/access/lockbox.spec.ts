import { LockboxWork } from '@smartpar/access/api';
import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { LockboxHouse, ORDINARY } from './lockbox-house';
import { EMAIL, ledgerOf, NAME, PHONE, signs } from './need-to-know-house';

let houses: LockboxHouse;
let organizationId: string;
let owner: Person;
let officer: Person;
let member: Person;

beforeAll(async () => {
  houses = await LockboxHouse.start();
});
afterAll(() => houses.stop());

beforeEach(async () => {
  ({ organizationId, owner, officer, member } = await houses.tenant());
});

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };
const mailsTo = (who: Person) =>
  houses.house.owner
    .query<{ template: string }>('select template from mail_outbox where to_address = $1 order by id', [who.is.email])
    .then(({ rows }) => rows.map(({ template }) => template));

describe('asking for a lockbox', () => {
  it('waits for the organization, which is told with everything it decides by', async () => {
    const { status, body } = await houses.asks(organizationId);
    expect({ status, state: body.state, granted: body.granted }).toEqual({ status: 201, state: 'waiting', granted: null });
    const { body: seen } = await officer.get(`/lockboxes/${body.id}`);
    expect(seen).toMatchObject({
      caseReference: 'CASE-48211',
      justification: 'asked-for-help',
      state: 'waiting',
      staff: { role: 'support', number: `M-${houses.staff.is.number}` },
      mine: false,
      asked: { categories: [PHONE, EMAIL], minutes: 60, scope: { reach: 'all', how: null } },
      looks: 0,
    });
    expect(Date.parse(seen.lapsesAt) - Date.parse(seen.requestedAt)).toBe(12 * 3_600_000);
    expect([await mailsTo(owner), await mailsTo(officer), await mailsTo(member)]).toEqual([['access.lockbox-requested'], ['access.lockbox-requested'], []]);
    expect(await houses.house.log(organizationId)).toContain('lockbox.requested');
  });

  it('needs the undertaking first', async () => {
    const newcomer = await houses.house.person(houses.workforce, 'support');
    expect(await houses.asks(organizationId, {}, newcomer)).toMatchObject({ status: 409, body: { code: 'undertaking.unsigned' } });
    await signs(newcomer);
    expect((await houses.asks(organizationId, {}, newcomer)).status).toBe(201);
  });

  it.each([
    ['more than eight hours', { minutes: 481 }, 'minutes'],
    ['no data', { categories: [] }, 'categories'],
    ['a reason of its own', { justification: 'curiosity' }, 'justification'],
    ['a case that is a person', { caseReference: 'Linden Ashgrove' }, 'caseReference'],
  ])('for %s names the field', async (_, wish, field) => {
    const { status, body } = await houses.asks(organizationId, wish);
    expect({ status, field: body.errors[0].field }).toEqual({ status: 422, field });
  });

  it('at an organization that is not there, and at the workforce itself, is not found', async () => {
    expect(await houses.asks(newId())).toMatchObject(NOT_FOUND);
    expect(await houses.asks(houses.workforce)).toMatchObject(NOT_FOUND);
  });

  it('for a member or a site that is not there looks like for one that is', async () => {
    const [there, missing] = [
      await houses.asks(organizationId, { scope: { reach: 'member', email: member.is.email } }),
      await houses.asks(organizationId, { scope: { reach: 'member', email: 'nobody@larkspur.example' } }),
    ];
    const plain = ({ id: _id, ...body }: Record<string, unknown>) => body;
    expect(plain(there.body)).toEqual(plain(missing.body));
    expect((await owner.get(`/lockboxes/${there.body.id}`)).body.asked.scope).toEqual({
      reach: 'member',
      how: 'address',
      memberNumber: `M-${member.is.number}`,
      siteName: null,
    });
    expect((await owner.get(`/lockboxes/${missing.body.id}`)).body.asked.scope.memberNumber).toBeNull();
    expect(await owner.post(`/lockboxes/${missing.body.id}/decision`, { outcome: 'approved' })).toMatchObject({
      status: 422,
      body: { code: 'lockbox.scope_unknown' },
    });
  });

  it('sent twice under one key is one request', async () => {
    const wish = { ...ORDINARY, organizationId };
    const [one, two] = await Promise.all([1, 2].map(() => houses.staff.post('/oversight/lockboxes', wish, 'one-and-the-same-key-0003')));
    expect(one?.body.id).toBe(two?.body.id);
    expect((await owner.get('/lockboxes')).body.items).toHaveLength(1);
  });
});

describe('deciding', () => {
  it('allows all of it, and it runs from that moment', async () => {
    const { body } = await houses.asks(organizationId);
    houses.house.time.advance({ minutes: 5 });
    const { status, body: granted } = await officer.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' });
    expect({ status, state: granted.state }).toEqual({ status: 200, state: 'running' });
    expect(Date.parse(granted.until) - Date.parse(granted.decidedAt)).toBe(3_600_000);
    expect((await mailsTo(owner)).at(-1)).toBe('access.lockbox-approved');
    expect(await mailsTo(officer)).toEqual(['access.lockbox-requested']);
  });

  it('allows less: fewer data, one member, a shorter time', async () => {
    const { body } = await houses.asks(organizationId);
    const decision = { outcome: 'approved', categories: [PHONE], scope: { reach: 'member', number: member.is.number }, minutes: 30 };
    expect((await owner.post(`/lockboxes/${body.id}/decision`, decision)).body.granted).toEqual({
      categories: [PHONE],
      minutes: 30,
      scope: { reach: 'member', how: null, memberNumber: `M-${member.is.number}`, siteName: null },
    });
    const other = await houses.house.person(organizationId);
    expect(await houses.looks(body.id, other.is.memberId)).toMatchObject(NOT_FOUND);
    expect(await houses.looks(body.id, member.is.memberId, { categories: [EMAIL] })).toMatchObject(NOT_FOUND);
    expect((await houses.looks(body.id, member.is.memberId)).body.values).toEqual({ [PHONE]: '+49 30 1234567' });
  });

  it.each([
    ['more data', { categories: [NAME] }],
    ['a longer time', { minutes: 120 }],
    ['everybody instead of one', { scope: { reach: 'all' } }],
  ])('never allows %s than was asked', async (_, more) => {
    const { body } = await houses.asks(organizationId, { scope: { reach: 'member', number: member.is.number } });
    expect(await owner.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved', ...more })).toMatchObject({
      status: 422,
      body: { code: 'lockbox.too_wide' },
    });
    expect((await owner.get(`/lockboxes/${body.id}`)).body.state).toBe('waiting');
  });

  it('dismisses, and nothing was ever seen', async () => {
    const { body } = await houses.asks(organizationId);
    expect((await owner.post(`/lockboxes/${body.id}/decision`, { outcome: 'dismissed' })).body.state).toBe('dismissed');
    expect(await houses.looks(body.id, member.is.memberId)).toMatchObject(NOT_FOUND);
    expect(await owner.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).toMatchObject({ status: 409, body: { code: 'lockbox.settled' } });
  });

  it('comes too late after twelve hours: silence has refused', async () => {
    const { body } = await houses.asks(organizationId);
    houses.house.time.advance({ hours: 12 });
    expect((await owner.get(`/lockboxes/${body.id}`)).body.state).toBe('lapsed');
    expect(await owner.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).toMatchObject({ status: 409, body: { code: 'lockbox.lapsed' } });
    expect((await houses.staff.get(`/oversight/lockboxes/${body.id}`)).body.state).toBe('lapsed');
  });

  it('is nothing for whoever was given the right after it was asked', async () => {
    const { body } = await houses.asks(organizationId);
    houses.house.time.advance({ minutes: 1 });
    const late = await houses.house.person(organizationId, 'owner');
    expect(await late.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).toMatchObject({
      status: 409,
      body: { code: 'lockbox.right_too_young' },
    });
  });

  it('is a right of its own, which a role the organization composed may hold for the whole of it', async () => {
    const ada = await houses.house.person(organizationId);
    const { body: early } = await houses.asks(organizationId);
    const role = newId();
    await houses.house.rows(
      organizationId,
      `insert into custom_roles (organization_id, id, name, name_folded, abilities, changed_at) values ($1, $2, 'Gate', 'gate', '{lockbox.read,lockbox.decide}', $3)`,
      [organizationId, role, houses.house.time.now().add({ seconds: 1 }).toString()],
    );
    await houses.house.rows(
      organizationId,
      `insert into role_assignments (organization_id, id, member_id, custom_role_id, assigned_at) values ($1, $2, $3, $4, $5)`,
      [organizationId, newId(), ada.is.memberId, role, houses.house.time.now().toString()],
    );
    houses.house.time.advance({ seconds: 2 });
    const { body: late } = await houses.asks(organizationId);
    expect(await ada.post(`/lockboxes/${early.id}/decision`, { outcome: 'approved' })).toMatchObject({
      status: 409,
      body: { code: 'lockbox.right_too_young' },
    });
    expect((await ada.post(`/lockboxes/${late.id}/decision`, { outcome: 'approved' })).status).toBe(200);
  });

  it('is nothing for the one who asked, though they are an owner here as well', async () => {
    const both = await houses.joins(houses.staff, organizationId, 'owner');
    const { body } = await houses.asks(organizationId);
    expect((await both.get(`/lockboxes/${body.id}`)).body.mine).toBe(true);
    expect(await both.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).toMatchObject({ status: 409, body: { code: 'lockbox.own' } });
    expect((await owner.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).status).toBe(200);
  });

  it('by two at once is done by one of them', async () => {
    const { body } = await houses.asks(organizationId);
    const answers = await Promise.all([
      owner.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved', minutes: 20 }),
      officer.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved', minutes: 40 }),
      officer.post(`/lockboxes/${body.id}/decision`, { outcome: 'dismissed' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const settled = (await houses.house.log(organizationId)).filter((action) => ['lockbox.approved', 'lockbox.dismissed'].includes(action));
    expect(settled).toHaveLength(1);
  });

  it.each([
    ['a member', async () => member],
    ['an auditor', () => houses.house.person(organizationId, 'auditor')],
    ['a user administrator', () => houses.house.person(organizationId, 'user-administrator')],
    ['an owner of another organization', async () => (await houses.house.person(await houses.house.organization(), 'owner')).at(organizationId)],
    ['the staff member', async () => houses.staff.at(organizationId)],
  ])('is not there for %s', async (_, someone) => {
    const { body } = await houses.asks(organizationId);
    expect(await (await someone()).post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).toMatchObject(NOT_FOUND);
    expect((await owner.get(`/lockboxes/${body.id}`)).body.state).toBe('waiting');
  });
});

describe('what an organization allows beforehand', () => {
  const KIND = { justification: 'asked-for-help', categories: [PHONE], minutes: 60, reach: 'member' };

  it('runs at once within those bounds, and everybody who decides is told', async () => {
    expect((await owner.put('/lockbox-rules', { version: 0, mode: 'ask', preapproved: [KIND] })).body).toEqual({
      version: 1,
      mode: 'ask',
      preapproved: [KIND],
    });
    const { body } = await houses.asks(organizationId, { categories: [PHONE], scope: { reach: 'member', number: member.is.number } });
    expect(body).toMatchObject({ state: 'running', preapproved: true });
    expect([await mailsTo(owner), await mailsTo(officer)]).toEqual([['access.lockbox-started'], ['access.lockbox-started']]);
    expect((await houses.looks(body.id, member.is.memberId)).status).toBe(201);
  });

  it.each([
    ['more data', { categories: [PHONE, EMAIL] }],
    ['everybody', { scope: { reach: 'all' } }],
    ['another reason', { justification: 'fault' }],
    ['a longer time', { minutes: 61 }],
  ])('does not reach %s', async (_, more) => {
    await owner.put('/lockbox-rules', { version: 0, mode: 'ask', preapproved: [KIND] });
    const { body } = await houses.asks(organizationId, { categories: [PHONE], scope: { reach: 'member', number: member.is.number }, ...more });
    expect(body.state).toBe('waiting');
  });

  it.each([
    ['a member', async () => ({ reach: 'member', email: member.is.email }), { reach: 'member', email: 'nobody@larkspur.example' }],
    ['a number', async () => ({ reach: 'member', number: member.is.number }), { reach: 'member', number: 99_999 }],
  ])('tells staff nothing of whether %s is there until a look was written down', async (_, there, missing) => {
    await owner.put('/lockbox-rules', { version: 0, mode: 'ask', preapproved: [KIND] });
    const [one, nobody] = await Promise.all(
      [await there(), missing].map((scope) => houses.asks(organizationId, { categories: [PHONE], scope }).then(({ body }) => body)),
    );
    const plain = ({ id: _id, ...body }: Record<string, unknown>) => body;
    expect(one.state).toBe('running');
    expect(plain(one)).toEqual(plain(nobody));
    const numberOf = async (id: string) => (await houses.staff.get(`/oversight/lockboxes/${id}`)).body.granted.scope.memberNumber;
    for (const { id } of [one, nobody]) await houses.staff.get(`/oversight/lockboxes/${id}/members`);
    expect([await numberOf(one.id), await numberOf(nobody.id)]).toEqual([`M-${member.is.number}`, null]);
    expect((await houses.staff.get(`/oversight/lockboxes/${nobody.id}/members`)).body.items).toEqual([]);
    expect(await houses.looks(nobody.id, member.is.memberId)).toMatchObject(NOT_FOUND);
    expect((await owner.get(`/lockboxes/${one.id}`)).body.looks).toBe(1);
  });

  it('may be nothing at all: requests are refused, what waits and runs ends', async () => {
    const running = await houses.runs(organizationId, owner);
    const waiting = (await houses.asks(organizationId)).body.id;
    expect((await owner.put('/lockbox-rules', { version: 0, mode: 'none', preapproved: [] })).status).toBe(200);
    expect((await owner.get('/lockboxes')).body.items.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      [waiting, 'dismissed'],
      [running, 'invalidated'],
    ]);
    const { rows: planned } = await houses.house.owner.query('select distinct kind from due_work where subject_id = any($1)', [[running, waiting]]);
    expect(planned).toEqual([{ kind: 'access.lockbox-tell-staff' }]);
    expect(await houses.asks(organizationId)).toMatchObject({ status: 409, body: { code: 'lockbox.not_allowed' } });
    expect(await houses.looks(running, member.is.memberId)).toMatchObject(NOT_FOUND);
    expect(await houses.house.log(organizationId)).toEqual(expect.arrayContaining(['lockbox-rules.changed', 'lockbox.invalidated', 'lockbox.dismissed']));
  });

  it('is changed by owners only, and never over somebody else’s change', async () => {
    expect(await officer.put('/lockbox-rules', { version: 0, mode: 'none', preapproved: [] })).toMatchObject(NOT_FOUND);
    expect((await owner.stale.put('/lockbox-rules', { version: 0, mode: 'none', preapproved: [] })).body.code).toBe('reauthentication_required');
    await owner.put('/lockbox-rules', { version: 0, mode: 'ask', preapproved: [KIND] });
    expect(await owner.put('/lockbox-rules', { version: 0, mode: 'none', preapproved: [] })).toMatchObject({
      status: 409,
      body: { code: 'lockbox_rules.changed_meanwhile' },
    });
    expect((await officer.get('/lockbox-rules')).body.version).toBe(1);
  });

  it('is changed by one of two owners at once, and the other hears of it', async () => {
    const second = await houses.house.person(organizationId, 'owner');
    for (let version = 0; version < 6; version += 1) {
      const answers = await Promise.all([owner, second].map((who) => who.put('/lockbox-rules', { version, mode: 'ask', preapproved: [KIND] })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    }
  });

  it('may end all of it while somebody decides: one comes after the other', async () => {
    for (let version = 0; version < 8; version += 2) {
      await owner.put('/lockbox-rules', { version, mode: 'ask', preapproved: [] });
      const { id } = (await houses.asks(organizationId)).body;
      const [decided, ended] = await Promise.all([
        officer.post(`/lockboxes/${id}/decision`, { outcome: 'approved' }),
        owner.put('/lockbox-rules', { version: version + 1, mode: 'none', preapproved: [] }),
      ]);
      expect({ decided: [200, 409].includes(decided.status), ended: ended.status }).toEqual({ decided: true, ended: 200 });
      expect(['dismissed', 'invalidated']).toContain((await owner.get(`/lockboxes/${id}`)).body.state);
    }
  });
});

it('what lies in the ledger’s table is of the member, by staff and under the case', async () => {
  const id = await houses.runs(organizationId, owner);
  await houses.looks(id, member.is.memberId, { reason: { words: 'Checking the number they gave us on the phone.' } });
  expect(await ledgerOf(houses.house, organizationId)).toMatchObject([
    { member_id: member.is.memberId, by_member_id: null, by_roles: ['support'], purpose: 'support', lockbox_id: id },
  ]);
});

describe('whoever asked as staff', () => {
  const tell = (): Promise<number> => houses.house.perform(houses.house.get(LockboxWork).kinds());
  const told = async (): Promise<object[]> => {
    await tell();
    const { rows } = await houses.house.owner.query<{ facts: object }>(
      `delete from mail_outbox where to_address = $1 and template = 'access.lockbox-told' returning facts`,
      [houses.staff.is.email],
    );
    return rows.map(({ facts }) => facts);
  };

  beforeEach(() => houses.house.database.global((tx) => tx.query('delete from due_work')).then(told));

  it.each<[string, (id: string) => Promise<unknown>, string]>([
    ['that it is allowed', (id) => owner.post(`/lockboxes/${id}/decision`, { outcome: 'approved' }), 'running'],
    ['that it is refused', (id) => owner.post(`/lockboxes/${id}/decision`, { outcome: 'dismissed' }), 'dismissed'],
    ['that nobody is let in any more', () => owner.put('/lockbox-rules', { version: 0, mode: 'none', preapproved: [] }), 'dismissed'],
    ['that nobody answered', () => Promise.resolve(houses.house.time.advance({ hours: 12 })).then(tell), 'lapsed'],
  ])('hears by mail %s, with the case and nothing of anybody', async (_, decides, state) => {
    const { body } = await houses.asks(organizationId);
    await decides(body.id);
    expect(await told()).toEqual([{ lockboxId: body.id, caseReference: 'CASE-48211', state }]);
  });

  it('hears that it was ended, and nothing of what they gave back themselves', async () => {
    const ended = await houses.runs(organizationId, owner);
    await told();
    await owner.post(`/lockboxes/${ended}/invalidation`, {});
    expect(await told()).toMatchObject([{ state: 'invalidated' }]);
    const returned = await houses.runs(organizationId, owner);
    await told();
    await houses.staff.post(`/oversight/lockboxes/${returned}/end`, {});
    expect(await told()).toEqual([]);
  });
});
