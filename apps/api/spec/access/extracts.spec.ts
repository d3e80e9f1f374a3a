import { WaitingExtractsQuery } from '@smartpar/access/api';
import { newId } from '@smartpar/kernel';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { agrees, bothSides, crowd, extractOf, extractsHouse, previews, takesOut, work } from './extracts-house';
import { granted } from './grants-house';
import { EMAIL, hasPhone, NAME, PHONE, signs } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let member: Person;

beforeAll(async () => {
  house = await extractsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer, member] = [
    await house.person(organizationId, 'owner'),
    await house.person(organizationId, 'privacy-officer'),
    await house.person(organizationId),
  ];
  for (const who of [owner, officer]) await signs(who);
  await hasPhone(house, member, '+49 30 1234567');
  await house.database.global((tx) => tx.query('delete from due_work'));
  await takeMails(house);
  house.time.advance({ hours: 1 });
});

const maySeeAlone = (aloneUpTo: number) => owner.put('/extract-rules', { version: 0, aloneUpTo });
const logged = (action: string) =>
  house.rows<{ target_id: string; actor_id: string; facts: Record<string, unknown> }>(
    organizationId,
    'select target_id, actor_id, facts from audit_entries where organization_id = $1 and action = $2 order by id',
    [organizationId, action],
  );

describe('taking out the data of a few people', () => {
  it('begins at once, and each of them reads it in their ledger, with how many they were', async () => {
    const taken = await takesOut(officer);
    expect(taken).toMatchObject({ status: 201, body: { standing: 'running' } });
    await work(house);
    expect(await extractOf(officer, taken)).toMatchObject({
      standing: 'ready',
      people: 3,
      progress: { stored: 3, noAccess: 0, gone: 0 },
      lapsesAt: null,
      decision: null,
    });
    for (const who of [member, owner, officer]) {
      const { items } = (await who.get('/my/ledger')).body;
      expect(items).toMatchObject([
        {
          exported: { people: 3 },
          by: { roles: ['privacy-officer'], self: who === officer },
          categories: [PHONE],
          purpose: 'security',
          reason: { template: 'unusual-sign-in' },
        },
      ]);
    }
    expect(await takeMails(house)).toEqual([]);
  });

  it('is in the log as a look at each, by whom and for what, and never with a value or a word of the reason', async () => {
    const taken = await takesOut(officer, { reason: { words: 'Calling everybody about a leak.' } });
    await work(house);
    expect(await logged('extract.begun')).toMatchObject([{ actor_id: officer.is.memberId, facts: { people: 3, exempt: 0, categories: PHONE, reason: null } }]);
    const looks = await logged('member.revealed');
    expect(looks.map(({ target_id }) => target_id).toSorted()).toEqual([owner, officer, member].map(({ is }) => is.memberId).toSorted());
    expect(looks[0]?.facts).toMatchObject({
      extractId: taken.body.extractId,
      byMemberId: officer.is.memberId,
      purpose: 'security',
      words: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await logged('extract.written')).toMatchObject([{ facts: { people: 3, leftOut: 0 } }]);
    const all = JSON.stringify(await house.rows(organizationId, 'select facts from audit_entries where organization_id = $1', [organizationId]));
    expect(all).not.toMatch(/1234567|about a leak|Linden/);
  });

  it('keeps nothing of it in clear in the database', async () => {
    await takesOut(officer, { categories: [PHONE, NAME, EMAIL] });
    await work(house);
    const [{ sealed = '' } = {}] = await house.rows<{ sealed: string }>(
      organizationId,
      `select string_agg(sealed, ' ') as sealed from extract_lines where organization_id = $1`,
      [organizationId],
    );
    expect(sealed).toMatch(/^1\.[\w-]+\.[\w-]+ /);
    expect(Buffer.from(sealed).toString()).not.toMatch(/1234567|Linden|larkspur/);
  });

  it('is done once, however often it is sent', async () => {
    const key = 'one-and-the-same-key-0001';
    const [first, again] = await Promise.all([takesOut(officer, {}, key), takesOut(officer, {}, key)]);
    expect([first.status, again.body]).toEqual([201, first.body]);
    await work(house);
    expect((await bothSides(house, organizationId)).told).toHaveLength(3);
    expect((await takesOut(officer, { purpose: 'wrongdoing', reason: { template: 'reported-wrong' } }, key)).body.code).toBe('idempotency.key_reused');
  });

  it('is of those chosen one by one, or of those a filter finds', async () => {
    const peopleOf = async (whom: object) => (await previews(officer, { whom })).body.people;
    expect(await peopleOf({ kind: 'members', ids: [member.is.memberId, owner.is.memberId] })).toBe(2);
    expect(await peopleOf({ kind: 'filter', role: 'owner' })).toBe(1);
    expect(await peopleOf({ kind: 'filter', siteId: null, status: 'active' })).toBe(3);
    expect(await peopleOf({ kind: 'filter', status: 'suspended' })).toBe(0);
    const taken = await takesOut(officer, { whom: { kind: 'members', ids: [member.is.memberId] } });
    expect((await extractOf(officer, taken)).whom).toEqual({ kind: 'members', narrowed: [], numbers: [member.is.number] });
    const filtered = await takesOut(officer, { whom: { kind: 'filter', role: 'owner', siteId: null } });
    expect((await extractOf(officer, filtered)).whom.narrowed).toEqual([
      { by: 'no-site', label: null },
      { by: 'role', label: 'owner' },
    ]);
  });

  it('has whoever was chosen in it, and nobody who came afterwards', async () => {
    const taken = await takesOut(officer);
    await crowd(house, organizationId, 2);
    await work(house);
    expect((await extractOf(officer, taken)).progress.stored).toBe(3);
  });
});

describe('what will happen', () => {
  it('is said first: how many, whom no grant covers and for what, and that nobody else has to agree', async () => {
    await granted(house, officer, owner, { categories: [PHONE], purposes: ['administration'] });
    await granted(house, officer, owner, {
      categories: [NAME],
      purposes: ['administration'],
      scope: { kind: 'members', ids: [member.is.memberId, owner.is.memberId] },
    });
    const { body } = await previews(officer, { categories: [PHONE, NAME], purpose: 'administration' });
    expect(body).toEqual({
      people: 2,
      exempt: { people: 1, by: [{ category: NAME, people: 1 }] },
      ...{ tooMany: false, approval: 'none', aloneUpTo: 25, alone: 0, decideWithinHours: 12, mostPeople: 20_000, keptHours: 24 },
    });
  });

  it('is nothing yet: no ledger line, no entry, no extract', async () => {
    const before = await house.log(organizationId);
    await previews(officer);
    expect([await house.log(organizationId), (await officer.get('/extracts')).body.items, (await bothSides(house, organizationId)).told]).toEqual([
      before,
      [],
      [],
    ]);
  });

  it('is that somebody else has to agree where there are many, or that nobody could', async () => {
    await maySeeAlone(2);
    expect((await previews(officer)).body).toMatchObject({ approval: 'needed', aloneUpTo: 2 });
    const alone = await house.person(await house.organization(), 'owner');
    await alone.put('/extract-rules', { version: 0, aloneUpTo: 0 });
    expect((await previews(alone)).body.approval).toBe('impossible');
    await signs(alone);
    expect((await takesOut(alone)).body.code).toBe('grant.nobody_decides');
  });

  it('does not depend on what is kept of anybody', async () => {
    await house.rows(organizationId, 'update members set phone = null where organization_id = $1', [organizationId]);
    expect((await previews(officer)).body).toMatchObject({ people: 3, exempt: { people: 0 } });
  });
});

describe('taking out the data of many people', () => {
  beforeEach(() => maySeeAlone(2));

  it('waits for a second person, and reads nothing until they agree', async () => {
    const asked = await takesOut(officer);
    expect(asked.body.standing).toBe('requested');
    await work(house);
    expect((await bothSides(house, organizationId)).told).toEqual([]);
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual([[owner.is.email, 'access.extract-asked']]);
    expect(await agrees(owner, asked)).toMatchObject({ status: 200, body: { standing: 'running' } });
    await work(house);
    expect(await extractOf(owner, asked)).toMatchObject({
      standing: 'ready',
      decision: { by: { number: owner.is.number }, words: null },
      progress: { stored: 3 },
    });
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual([[officer.is.email, 'access.extract-ready']]);
  });

  it('tells whoever decides everything they need, and no personal data', async () => {
    const asked = await takesOut(officer, { whom: { kind: 'filter', status: 'active' }, reason: { words: 'Calling everybody about a leak.' } });
    expect(await extractOf(owner, asked)).toMatchObject({
      ...{ people: 3, exempt: { people: 0, by: [] }, categories: [PHONE], purpose: 'security', reason: { words: 'Calling everybody about a leak.' } },
      ...{ requestedBy: { number: officer.is.number }, whom: { narrowed: [{ by: 'status', label: 'active' }] } },
      ...{ may: { decide: true, withdraw: false, fetch: false, end: false }, obstacle: null },
    });
    expect((await owner.get('/extracts?show=to-decide')).body.items).toHaveLength(1);
    expect((await officer.get('/extracts?show=to-decide')).body.items).toEqual([]);
    expect((await officer.get('/extracts?show=mine')).body.items).toHaveLength(1);
  });

  it('counts what was taken out alone within a day, so that nobody takes everybody out in pieces', async () => {
    const one = (who: Person) => takesOut(officer, { whom: { kind: 'members', ids: [who.is.memberId] } });
    expect([(await one(member)).body.standing, (await one(owner)).body.standing, (await one(officer)).body.standing]).toEqual([
      'running',
      'running',
      'requested',
    ]);
    house.time.advance({ hours: 25 });
    expect((await one(officer)).body.standing).toBe('running');
  });

  it('lets two requests at the same moment not both be alone', async () => {
    const whom = { kind: 'members', ids: [member.is.memberId, owner.is.memberId] };
    const both = await Promise.all([takesOut(officer, { whom }), takesOut(officer, { whom })]);
    expect(both.map(({ body }) => body.standing).toSorted()).toEqual(['requested', 'running']);
  });

  it('that is refused says why to whoever asked, and forgets whom it would have been of', async () => {
    const asked = await takesOut(officer);
    await takeMails(house);
    const refused = await owner.post(`/extracts/${asked.body.extractId}/refusal`, { reason: 'The list alone is enough for that.' });
    expect(refused.body.standing).toBe('refused');
    expect((await extractOf(officer, asked)).decision.words).toBe('The list alone is enough for that.');
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual([[officer.is.email, 'access.extract-refused']]);
    expect(await house.rows(organizationId, 'select 1 from extract_lines where organization_id = $1', [organizationId])).toEqual([]);
    expect((await agrees(owner, asked)).body.code).toBe('decision.decided');
  });

  it('that nobody answers is refused by silence, and told', async () => {
    const asked = await takesOut(officer);
    await takeMails(house);
    house.time.advance({ hours: 12 });
    expect([(await extractOf(officer, asked)).standing, (await agrees(owner, asked)).body.code]).toEqual(['lapsed', 'decision.lapsed']);
    expect(await work(house)).toBe(1);
    expect((await takeMails(house)).map(({ template }) => template)).toEqual(['access.extract-lapsed']);
    expect((await house.log(organizationId)).at(-1)).toBe('extract.lapsed');
  });

  it('may be taken back while it waits', async () => {
    const asked = await takesOut(officer);
    expect((await officer.post(`/extracts/${asked.body.extractId}/end`, {})).body.standing).toBe('withdrawn');
    expect([(await agrees(owner, asked)).body.code, await work(house)]).toEqual(['decision.decided', 0]);
    expect((await officer.post(`/extracts/${asked.body.extractId}/end`, {})).body.code).toBe('extract.state_forbids');
  });
});

describe('who agrees', () => {
  beforeEach(() => maySeeAlone(0));

  it.each<[string, () => Promise<Person>, number, string]>([
    ['whoever asked', () => Promise.resolve(officer), 409, 'decision.concerned'],
    ['somebody who got the right afterwards', () => house.person(organizationId, 'owner'), 409, 'decision.right_too_young'],
    ['a user administrator', () => house.person(organizationId, 'user-administrator'), 404, 'not_found'],
    ['an auditor', () => house.person(organizationId, 'auditor'), 404, 'not_found'],
    ['an owner of another organization', async () => (await house.person(await house.organization(), 'owner')).at(organizationId), 404, 'not_found'],
  ])('is not %s', async (_, somebody, status, code) => {
    const asked = await takesOut(officer);
    house.time.advance({ hours: 1 });
    expect(await agrees(await somebody(), asked)).toMatchObject({ status, body: { code } });
    await work(house);
    expect((await extractOf(officer, asked)).standing).toBe('requested');
  });

  it('is one of two who do at the same moment', async () => {
    const asked = await takesOut(officer);
    const answers = await Promise.all([agrees(owner, asked), owner.post(`/extracts/${asked.body.extractId}/refusal`, { reason: 'Not needed for the case.' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is never oneself, even in the database', async () => {
    const { body } = await takesOut(officer);
    const forged = house.database.tenant(officer.actor('privacy-officer'), (tx) =>
      tx.query(`update extracts set state = 'running', decided_at = $3, decided_by = $4 where organization_id = $1 and id = $2`, [
        ...[organizationId, body.extractId, tx.at, officer.is.memberId],
      ]),
    );
    await expect(forged).rejects.toThrow('extracts_others_decide');
  });
});

describe('what waits on somebody’s first page', () => {
  it('is what they may decide, however much else waits that is not theirs to decide', async () => {
    await maySeeAlone(0);
    await takesOut(officer);
    house.time.advance({ hours: 1 });
    const newcomer = await house.person(organizationId, 'owner');
    house.time.advance({ hours: 1 });
    const asked = await takesOut(officer);
    await takesOut(owner);
    const waiting = (who: Person, most: number) =>
      house.database.tenant(who.actor('owner'), (tx) => house.get(WaitingExtractsQuery).within(tx, who.actor('owner'), most));
    expect(await waiting(newcomer, 1)).toMatchObject([{ id: asked.body.extractId, memberNumber: expect.stringMatching(/^M-/), people: 4 }]);
    expect([(await waiting(newcomer, 5)).length, (await waiting(owner, 5)).length]).toEqual([2, 2]);
  });
});

describe('what is refused at once', () => {
  it.each<[string, object, string]>([
    ['nobody named', { whom: { kind: 'members', ids: [] } }, 'whom.ids'],
    ['a filter there is not', { whom: { kind: 'filter', search: 'Mira' } }, 'whom'],
    ['no kind of data', { categories: [] }, 'categories'],
    ['a purpose there is not', { purpose: 'curiosity' }, 'purpose'],
    ['a reason that does not go with it', { reason: { template: 'asked-for-help' } }, 'reason.template'],
    ['hardly a reason', { reason: { words: 'because' } }, 'reason'],
  ])('%s', async (_, wish, field) => {
    const { status, body } = await takesOut(officer, wish);
    expect([status, body.errors.map((error: { field: string }) => error.field.slice(0, field.length))]).toEqual([422, expect.arrayContaining([field])]);
  });

  it.each<[string, () => Promise<object>]>([
    ['members of another organization', async () => ({ whom: { kind: 'members', ids: [(await house.person(await house.organization())).is.memberId] } })],
    ['members there are not', () => Promise.resolve({ whom: { kind: 'members', ids: [newId()] } })],
    ['a site of another organization', () => Promise.resolve({ whom: { kind: 'filter', siteId: newId() } })],
    ['a purpose no grant is for', () => Promise.resolve({ purpose: 'support', reason: { template: 'asked-for-help' } })],
  ])('%s, all by the same answer', async (_, wish) => {
    expect(await takesOut(officer, await wish())).toMatchObject({ status: 409, body: { code: 'extract.nobody' } });
    expect((await officer.get('/extracts')).body.items).toEqual([]);
  });

  it.each(['helpdesk', 'auditor'] as const)('a %s', async (role) => {
    const who = await house.person(organizationId, role);
    await signs(who);
    expect([(await takesOut(who)).status, (await previews(who)).status]).toEqual([404, 404]);
  });

  it('a member without a role, a stranger and somebody suspended', async () => {
    const stranger = (await house.person(await house.organization(), 'owner')).at(organizationId);
    expect([(await takesOut(member)).status, (await takesOut(stranger)).status]).toEqual([404, 404]);
    await owner.post(`/members/${officer.is.memberId}/suspension`, {});
    expect((await takesOut(officer)).status).toBe(404);
  });

  it('somebody who was reported', async () => {
    await owner.post('/violations', { memberId: officer.is.memberId, words: 'Looked at a neighbour without a task.' });
    expect((await takesOut(officer)).status).toBe(404);
  });

  it('whoever has not signed the undertaking', async () => {
    const other = await house.person(organizationId, 'privacy-officer');
    expect(await takesOut(other)).toMatchObject({ status: 409, body: { code: 'undertaking.unsigned' } });
  });

  it('by an access that has ended', async () => {
    const administrator = await house.person(organizationId, 'user-administrator');
    await signs(administrator);
    const wish = { purpose: 'wrongdoing', reason: { template: 'reported-wrong' } };
    await granted(house, administrator, owner, { categories: [PHONE], purposes: ['wrongdoing'] });
    expect((await takesOut(administrator, wish)).status).toBe(201);
    house.time.advance({ hours: 9 });
    expect((await takesOut(administrator, wish)).body.code).toBe('extract.nobody');
  });

  it('by an emergency, which lets look at one person after the other and never at many at once', async () => {
    const administrator = await house.person(organizationId, 'user-administrator');
    await signs(administrator);
    await house.rows(
      organizationId,
      `insert into break_glasses (organization_id, id, member_id, by_roles, ground, categories, words, salt, began_at, until, review_by)
       values ($1, $2, $3, '{user-administrator}', 'safety', '{user.name}', 'Somebody fell.', 'salt', $4, $4::timestamptz + interval '1 hour', $4::timestamptz + interval '3 days')`,
      [organizationId, newId(), administrator.is.memberId, house.time.now().toString()],
    );
    expect(await takesOut(administrator, { categories: [NAME] })).toMatchObject({ status: 409, body: { code: 'extract.nobody' } });
  });
});
