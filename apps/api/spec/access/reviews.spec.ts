import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { approves, asksFor } from './grants-house';
import {
  isReported,
  itemsOf,
  mailsOf,
  type Panel,
  placeOf,
  REASON,
  reviewedIn,
  reviewsHouse,
  rolesOf,
  says,
  siteOf,
  started,
  timePasses,
  versionOf,
  wishOf,
} from './reviews-house';

const KEY = 'one-act-however-often';
const NOT_FOUND = { status: 404, body: { code: 'not_found' } };

let house: House;
let organizationId: string;
let panel: Panel;
let helpdesk: Person;
let officer: Person;

beforeAll(async () => {
  house = await reviewsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  ({ organizationId, panel, helpdesk, officer } = await reviewedIn(house));
});

const mailsTo = (who: Person): Promise<string[]> => mailsOf(house, who);
const groupsOf = (): Promise<readonly [string, string]> =>
  Promise.all([panel.owner.post('/groups', { name: 'Night' }), panel.owner.post('/groups', { name: 'Day' })]).then(([night, day]) => [
    night.body.id,
    day.body.id,
  ]);
const granted = async (to: Person, wish: object = {}): Promise<string> => {
  const asked = await asksFor(house, to, wish);
  await approves(officer, asked);
  return asked.body.grantId;
};
const end = async (hours = 241): Promise<void> => {
  house.time.advance({ hours });
  await timePasses(house);
};

describe('starting a review', () => {
  it('keeps what is held at that moment, and asks the reviewers', async () => {
    await granted(helpdesk);
    const { status, body } = await panel.owner.post('/access-reviews', wishOf(house, panel));
    expect({ status, ...body }).toMatchObject({
      status: 201,
      state: 'running',
      stages: 1,
      silence: 'revokes',
      scope: { kind: 'all' },
      counts: { items: 4, answered: 0 },
      mine: { part: null, waiting: 0 },
      may: { stop: true, close: false },
    });
    await house.person(organizationId, 'auditor');
    const items = await itemsOf(panel.reviewer, body.id);
    expect(items.map(({ kind, role }) => role?.role ?? kind)).toEqual(['owner', 'helpdesk', 'grant', 'privacy-officer']);
    expect([await mailsTo(panel.reviewer), await mailsTo(panel.fallback)]).toEqual([['access.review-asked'], []]);
    expect(await house.log(organizationId)).toContain('access-review.started');
  });

  it('is done once, also when it is asked for twice', async () => {
    const wish = wishOf(house, panel);
    const answers = await Promise.all([1, 2].map(() => panel.owner.post('/access-reviews', wish, KEY)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await panel.owner.get('/access-reviews')).body.items).toHaveLength(1);
  });

  it.each([
    ['a role', () => ({ kind: 'role', role: 'helpdesk' }), ['helpdesk']],
    ['a role nobody holds', () => ({ kind: 'role', role: 'auditor' }), null],
  ])('looks at %s only, where that is asked', async (_, scope, roles) => {
    const { status, body } = await panel.owner.post('/access-reviews', wishOf(house, panel, { scope: scope() }));
    if (roles === null) expect({ status, code: body.code }).toEqual({ status: 409, code: 'access_review.nothing' });
    else expect((await itemsOf(panel.owner, body.id)).map(({ role }) => role?.role)).toEqual(roles);
  });

  it('looks at a site: what is held there, and what is held by those who work there', async () => {
    const siteId = await siteOf(panel);
    await panel.owner.put(`/members/${helpdesk.is.memberId}/site`, { version: await versionOf(panel, helpdesk), siteId });
    await panel.owner.post(`/members/${officer.is.memberId}/role-assignments`, { role: 'helpdesk', scope: { kind: 'site', id: siteId } });
    const id = await started(house, panel, { scope: { kind: 'site', id: siteId } });
    const items = await itemsOf(panel.owner, id);
    expect(items.map(({ holder }) => holder?.memberId)).toEqual([helpdesk.is.memberId, officer.is.memberId]);
  });

  it.each(['site', 'group'] as const)('looks at a %s: what lets see those who are there, wherever whoever holds it is', async (kind) => {
    const [here, elsewhere] = kind === 'site' ? [await siteOf(panel), await siteOf(panel)] : await groupsOf();
    const grantId = await granted(helpdesk, { scope: { kind, ids: [here] } });
    await granted(helpdesk, { scope: { kind, ids: [elsewhere] } });
    const id = await started(house, panel, { scope: { kind, id: here } });
    const looked = await house.rows(organizationId, 'select grant_id as "grantId" from access_review_items where organization_id = $1 and review_id = $2', [
      organizationId,
      id,
    ]);
    expect(looked).toEqual([{ grantId }]);
  });

  it('asks the fallback at once where no reviewer can answer', async () => {
    await started(house, { ...panel, reviewer: helpdesk });
    expect([await mailsTo(helpdesk), await mailsTo(panel.fallback)]).toEqual([['access.review-asked'], ['access.review-asked']]);
  });

  it('does not ask whoever has nothing to answer for', async () => {
    await started(house, { ...panel, reviewer: helpdesk }, { scope: { kind: 'role', role: 'helpdesk' } });
    expect([await mailsTo(helpdesk), await mailsTo(panel.fallback)]).toEqual([[], ['access.review-asked']]);
  });

  it.each([
    ['a reviewer of another organization', async () => ({ reviewers: [(await house.person(await house.organization())).is.memberId] }), 'reviewers'],
    ['a site of another organization', async () => ({ scope: { kind: 'site', id: (await house.person(await house.organization())).is.memberId } }), 'scope'],
    ['no time at all', () => Promise.resolve({ dueAt: house.time.now().add({ hours: 2 }).toString() }), 'dueAt'],
    ['an end in the past', () => Promise.resolve({ dueAt: '2020-01-01T00:00:00Z' }), 'dueAt'],
    [
      'too much time',
      () =>
        Promise.resolve({
          dueAt: house.time
            .now()
            .add({ hours: 24 * 91 })
            .toString(),
        }),
      'dueAt',
    ],
    ['an owner and nobody else to fall back on', () => Promise.resolve({ fallbacks: [panel.reviewer.is.memberId] }), 'fallbacks'],
  ])('with %s is refused, and says where', async (_, wish, field) => {
    const { status, body } = await panel.owner.post('/access-reviews', wishOf(house, panel, await wish()));
    expect({ status, fields: body.errors.map((fault: { field: string }) => fault.field) }).toEqual({ status: 422, fields: [field] });
  });

  it.each([
    ['a member', () => Promise.resolve(panel.reviewer)],
    ['a privacy officer', () => Promise.resolve(officer)],
    ['an owner of another organization', async () => (await house.person(await house.organization(), 'owner')).at(organizationId)],
  ])('is nothing %s can do', async (_, someone) => {
    expect(await (await someone()).post('/access-reviews', wishOf(house, panel))).toMatchObject(NOT_FOUND);
  });

  it('takes a fresh proof of who it is', async () => {
    expect(await panel.owner.stale.post('/access-reviews', wishOf(house, panel))).toMatchObject({ status: 403 });
  });
});

describe('reading a review', () => {
  it('is for those who were asked and those who answer for the organization, and for nobody else', async () => {
    const id = await started(house, panel);
    for (const who of [panel.owner, panel.reviewer, panel.fallback, officer]) expect((await who.get(`/access-reviews/${id}`)).status).toBe(200);
    const stranger = await house.person(await house.organization(), 'owner');
    for (const who of [panel.confirmer, helpdesk, stranger, stranger.at(organizationId)])
      for (const path of ['', '/items', '/certificate', '/certificate.pdf']) expect(await who.get(`/access-reviews/${id}${path}`)).toMatchObject(NOT_FOUND);
    expect((await helpdesk.get('/access-reviews')).body.items).toEqual([]);
    expect((await panel.reviewer.get('/access-reviews')).body.items).toMatchObject([{ id, mine: { part: 'reviewer', waiting: 3 } }]);
  });

  it.each([
    ['a report about them is confirmed', () => isReported(house, panel.reviewer, officer)],
    [
      'their contract has ended',
      () =>
        house.rows(organizationId, `update members set worker_type = 'contractor', worker_until = '2026-01-31' where organization_id = $1 and id = $2`, [
          organizationId,
          panel.reviewer.is.memberId,
        ]),
    ],
  ])('is nothing for a reviewer any more once %s, and the fallback answers', async (_, happens) => {
    const id = await started(house, panel);
    expect((await says(panel.reviewer, id, [1], 'keep')).body.done).toEqual([1]);
    await happens();
    for (const path of ['', '/items', '/certificate']) expect(await panel.reviewer.get(`/access-reviews/${id}${path}`)).toMatchObject(NOT_FOUND);
    expect(await says(panel.reviewer, id, [2], 'keep')).toMatchObject(NOT_FOUND);
    expect((await panel.reviewer.get('/access-reviews')).body.items).toEqual([]);
    expect((await says(panel.fallback, id, [2], 'keep')).body.done).toEqual([2]);
  });

  it('tells of reports about holders those who look into them, and nobody else', async () => {
    const auditor = await house.person(organizationId, 'auditor');
    const id = await started(house, panel);
    await isReported(house, helpdesk, officer);
    const told = async (who: Person) =>
      (await who.get(`/access-reviews/${id}/items`)).body.items.map(({ holder }: { holder: { keptAway: boolean | null } }) => holder.keptAway);
    expect(await told(officer)).toEqual([false, true, false, false]);
    expect(await told(panel.reviewer)).toEqual([null, null, null, null]);
    expect(await told(auditor)).toEqual([null, null, null, false]);
  });

  it('says when something was used last, and what speaks against it', async () => {
    await panel.owner.put('/role-separation', { version: 0, pairs: [['helpdesk', 'auditor']], limits: [] });
    house.time.advance({ hours: 24 * 3 });
    await helpdesk.post(`/members/${officer.is.memberId}/reveals`, {});
    const contractor = await house.person(organizationId, 'auditor');
    await panel.owner.put(`/members/${contractor.is.memberId}/worker`, {
      version: await versionOf(panel, contractor),
      type: 'contractor',
      until: '2026-03-01',
    });
    await panel.owner.post(`/members/${helpdesk.is.memberId}/suspension`, {});
    const id = await started(house, panel);
    const { items } = (await panel.reviewer.get(`/access-reviews/${id}/items`)).body;
    const of = (who: Person) => items.find((one: { holder: { memberId: string } }) => one.holder.memberId === who.is.memberId);
    expect(of(panel.owner)).toMatchObject({ lastUsedAt: expect.stringMatching(/^2026-03-0/), holder: { status: 'active' } });
    expect(of(helpdesk)).toMatchObject({ lastUsedAt: null, holder: { status: 'suspended' }, still: true });
    expect(of(contractor)).toMatchObject({ holder: { workerType: 'contractor', workerOver: true } });
  });
});

it('when others used what they hold is told only where worker data may be evaluated, and it is written down that it was', async () => {
  const id = await started(house, panel);
  const told = async () => (await panel.owner.get(`/access-reviews/${id}/items`)).body.items.map(({ useTold }: { useTold: boolean }) => useTold);
  expect(await told()).toEqual([true, true, true]);
  const written = await house.rows(organizationId, 'select kind, people from evaluations where organization_id = $1', [organizationId]);
  expect(written).toEqual([{ kind: 'grant-use', people: 2 }]);
  await house.rows(
    organizationId,
    `insert into evaluation_rules (organization_id, version, needed, asked_by, salt, changed_at) values ($1, 1, true, 'The works council', 'x', now())`,
    [organizationId],
  );
  expect(await told()).toEqual([true, false, false]);
});

it('what waits for whom is what they may answer or confirm, whatever they hold or gain from', async () => {
  const [night, day] = await groupsOf();
  const join = (who: Person, group: string) =>
    house.rows(organizationId, 'insert into grouped_members (organization_id, member_id, group_id, added_at) values ($1, $2, $3, now())', [
      organizationId,
      who.is.memberId,
      group,
    ]);
  await join(panel.fallback, night);
  await join(helpdesk, day);
  await granted(helpdesk);
  const grants = [await granted(helpdesk), await granted(helpdesk), await granted(officer)];
  const to = ['grantee_group_id = $3', 'grantee_group_id = $3', `grantee_role = 'helpdesk'`];
  for (const [index, id] of grants.entries())
    await house.rows(
      organizationId,
      `update grants set grantee_member_id = null, ${to[index] ?? ''} where organization_id = $1 and id = $2 and $3::uuid is not null`,
      [organizationId, id, index === 0 ? night : day],
    );
  const id = await started(house, { ...panel, reviewer: helpdesk }, { confirmers: [panel.confirmer.is.memberId] });
  await says(helpdesk, id, [await placeOf(panel.owner, id, panel.owner, 'owner')], 'revoke');
  for (const who of [helpdesk, panel.fallback, panel.confirmer]) {
    const items = (await who.get(`/access-reviews/${id}/items?size=50`)).body.items.filter(
      ({ may, answer }: { may: { answer: boolean; confirm: boolean }; answer: object | null }) => (may.answer && answer === null) || may.confirm,
    );
    expect((await who.get(`/access-reviews/${id}`)).body.mine.waiting).toBe(items.length);
    expect(items.length).toBeGreaterThan(0);
  }
});

describe('answering', () => {
  it('is kept with its reason, for many at once, and may be changed until the end', async () => {
    const id = await started(house, panel);
    const places = [await placeOf(panel.owner, id, helpdesk, 'helpdesk'), await placeOf(panel.owner, id, officer, 'privacy-officer')];
    expect((await says(panel.reviewer, id, places, 'revoke')).body).toEqual({ done: places, refused: [] });
    expect((await says(panel.reviewer, id, places.slice(0, 1), 'keep')).body.done).toEqual(places.slice(0, 1));
    const seen = (await panel.reviewer.get(`/access-reviews/${id}/items?show=answered`)).body.items;
    expect(seen.map(({ answer }: { answer: object }) => answer)).toMatchObject([
      { verdict: 'keep', reason: REASON, by: { number: panel.reviewer.is.number } },
      { verdict: 'revoke' },
    ]);
    expect((await panel.reviewer.get(`/access-reviews/${id}`)).body.counts).toMatchObject({ items: 3, answered: 2 });
  });

  it('is never about what one holds oneself: the fallback does that', async () => {
    const id = await started(house, { ...panel, reviewer: helpdesk });
    const place = await placeOf(panel.owner, id, helpdesk, 'helpdesk');
    const [of] = (await helpdesk.get(`/access-reviews/${id}/items`)).body.items.filter((one: { item: number }) => one.item === place);
    expect(of).toMatchObject({ may: { answer: false }, obstacle: 'own' });
    expect((await says(helpdesk, id, [place], 'keep')).body).toEqual({ done: [], refused: [{ item: place, obstacle: 'own' }] });
    expect((await says(panel.fallback, id, [place], 'keep')).body.done).toEqual([place]);
    const owners = await placeOf(panel.owner, id, panel.owner, 'owner');
    expect((await says(panel.fallback, id, [owners], 'keep')).body.refused).toEqual([{ item: owners, obstacle: 'others-first' }]);
    await house.rows(organizationId, `update members set status = 'suspended' where organization_id = $1 and id = $2`, [organizationId, helpdesk.is.memberId]);
    expect((await says(panel.fallback, id, [owners], 'keep')).body.done).toEqual([owners]);
  });

  it('is nothing those who were not asked can do, and nothing for places that are not there', async () => {
    const id = await started(house, panel);
    const stranger = await house.person(await house.organization(), 'owner');
    for (const who of [panel.owner, officer, helpdesk, stranger, stranger.at(organizationId)])
      expect(await says(who, id, [1], 'keep')).toMatchObject(NOT_FOUND);
    expect((await says(panel.reviewer, id, [1, 99], 'keep')).body).toEqual({ done: [1], refused: [{ item: 99, obstacle: 'not-there' }] });
  });

  it('twice under one key is once, and the same key with something else is refused', async () => {
    const id = await started(house, panel);
    const answers = await Promise.all([1, 2].map(() => says(panel.reviewer, id, [1], 'keep', {}, KEY)));
    expect(answers.map(({ body }) => body.done)).toEqual([[1], [1]]);
    expect((await says(panel.reviewer, id, [2], 'revoke', {}, KEY)).status).toBe(422);
    const log = await house.log(organizationId);
    expect(log.filter((action) => action === 'access-review.answered')).toHaveLength(1);
  });

  it('is over at the moment it was said to be, whether the job has come to it or not', async () => {
    const id = await started(house, panel);
    house.time.advance({ hours: 240 });
    expect(await says(panel.reviewer, id, [1], 'keep')).toMatchObject({ status: 409, body: { code: 'access_review.over' } });
    expect((await panel.reviewer.get(`/access-reviews/${id}`)).body).toMatchObject({ state: 'closing', mine: { waiting: 0 } });
    await timePasses(house);
    expect(await says(panel.reviewer, id, [1], 'keep')).toMatchObject({ status: 409, body: { code: 'access_review.over' } });
  });

  it('leaves no words in the log', async () => {
    const id = await started(house, panel);
    await says(panel.reviewer, id, [1, 2], 'keep');
    const entries = await house.rows<{ facts: object }>(
      organizationId,
      `select facts from audit_entries where organization_id = $1 and action = 'access-review.answered'`,
      [organizationId],
    );
    expect(entries).toMatchObject([{ facts: { items: 2, places: '1-2', verdict: 'keep' } }]);
    expect(JSON.stringify(entries)).not.toContain('every week');
  });
});

describe('a second answer', () => {
  const two = () => ({ confirmers: [panel.confirmer.is.memberId] });
  const confirms = (who: Person, id: string, items: readonly number[], confirmed = true) =>
    who.post(`/access-reviews/${id}/confirmations`, { items, confirmed, reason: REASON });

  it('is asked for whatever is to go, and its no keeps it', async () => {
    const id = await started(house, panel, two());
    const places = [await placeOf(panel.owner, id, helpdesk, 'helpdesk'), await placeOf(panel.owner, id, officer, 'privacy-officer')];
    expect(await mailsTo(panel.confirmer)).toEqual([]);
    await says(panel.reviewer, id, places.slice(0, 1), 'revoke');
    await says(panel.reviewer, id, places, 'revoke');
    expect([await mailsTo(panel.confirmer), await mailsTo(panel.fallback)]).toEqual([['access.review-to-confirm'], []]);
    expect((await panel.confirmer.get(`/access-reviews/${id}`)).body.mine).toEqual({ part: 'confirmer', waiting: 2 });
    expect((await confirms(panel.reviewer, id, places)).body.refused.map((one: { obstacle: string }) => one.obstacle)).toEqual(['not-asked', 'not-asked']);
    expect((await confirms(panel.confirmer, id, places.slice(0, 1))).body.done).toEqual(places.slice(0, 1));
    expect((await confirms(panel.confirmer, id, places.slice(1), false)).body.done).toEqual(places.slice(1));
    expect((await says(panel.reviewer, id, places, 'keep')).body.done).toEqual([]);
    await end();
    expect([await rolesOf(house, helpdesk), await rolesOf(house, officer)]).toEqual([[], ['privacy-officer']]);
    const outcomes = (await itemsOf(panel.owner, id)).filter(({ item }) => places.includes(item)).map(({ outcome }) => outcome?.cause);
    expect(outcomes).toEqual(['decided', 'overruled']);
  });

  it('that never comes is silence', async () => {
    const id = await started(house, panel, { ...two(), silence: 'keeps' });
    await says(panel.reviewer, id, [await placeOf(panel.owner, id, helpdesk, 'helpdesk')], 'revoke');
    await end();
    expect(await rolesOf(house, helpdesk)).toEqual(['helpdesk']);
  });

  it('is not asked for where one is enough', async () => {
    const id = await started(house, panel);
    await says(panel.reviewer, id, [1], 'revoke');
    expect((await confirms(panel.fallback, id, [1])).body.refused).toEqual([{ item: 1, obstacle: 'not-asked' }]);
  });
});

describe('before the end', () => {
  it('those who have something to answer are reminded, seven days and one day before', async () => {
    const id = await started(house, panel);
    await end(24 * 3);
    expect(await mailsTo(panel.reviewer)).toEqual(['access.review-asked', 'access.review-reminded']);
    await says(panel.reviewer, id, [1, 2, 3], 'keep');
    await end(24 * 6);
    expect([await mailsTo(panel.reviewer), await mailsTo(panel.fallback)]).toEqual([['access.review-asked', 'access.review-reminded'], []]);
  });

  it('an owner calls it off, and nothing of it happens', async () => {
    const id = await started(house, panel);
    expect(await panel.reviewer.post(`/access-reviews/${id}/stop`, { reason: REASON })).toMatchObject(NOT_FOUND);
    expect((await panel.owner.post(`/access-reviews/${id}/stop`, { reason: REASON })).body).toMatchObject({ state: 'stopped', may: { stop: false } });
    expect(await panel.owner.post(`/access-reviews/${id}/stop`, { reason: REASON })).toMatchObject({ status: 409 });
    await end();
    expect([await rolesOf(house, helpdesk), (await panel.owner.get(`/access-reviews/${id}`)).body.state]).toEqual([['helpdesk'], 'stopped']);
    expect(await panel.owner.get(`/access-reviews/${id}/certificate`)).toMatchObject({ status: 409, body: { code: 'access_review.not_closed' } });
  });

  it('an owner closes it early once all is answered, and not before', async () => {
    const id = await started(house, panel);
    expect(await panel.owner.post(`/access-reviews/${id}/close`, { early: true })).toMatchObject({ status: 409, body: { code: 'access_review.unanswered' } });
    await says(panel.reviewer, id, [1, 2, 3], 'keep');
    expect((await panel.owner.get(`/access-reviews/${id}`)).body.may.close).toBe(true);
    expect((await panel.owner.post(`/access-reviews/${id}/close`, { early: true })).body.state).toBe('closing');
    await timePasses(house);
    expect((await panel.owner.get(`/access-reviews/${id}`)).body).toMatchObject({ state: 'closed', counts: { kept: 3, silent: 0 } });
  });
});
