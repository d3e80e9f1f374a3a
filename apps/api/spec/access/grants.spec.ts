import { newId } from '@smartpar/kernel';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { approves, asksFor, goOn, granted, grantsHouse, inHours, timePasses } from './grants-house';
import { EMAIL, hasPhone, looksAt, NAME, PHONE } from './need-to-know-house';

const SECURITY = { purpose: 'security', reason: { template: 'unusual-sign-in' } } as const;

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let member: Person;

beforeAll(async () => {
  house = await grantsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  await hasPhone(house, member, '+49 30 1234567');
  await takeMails(house);
  goOn(house, 1);
});

const looks = async () => (await looksAt(helpdesk, member.is.memberId, SECURITY)).status;
const standing = async (grantId: string) => (await owner.get(`/grants/${grantId}`)).body.standing;

describe('a request for access', () => {
  it('opens nothing by itself; another’s approval does, until it ends', async () => {
    const asked = await asksFor(house, helpdesk);
    const seen = [asked.status, await looks()];
    const approved = await approves(officer, asked);
    seen.push(approved.status, await looks());
    goOn(house, 8);
    seen.push(await looks());
    expect(seen).toEqual([201, 404, 200, 201, 404]);
    expect(await standing(asked.body.grantId)).toBe('expired');
  });

  it('is told to those who could decide, and its end to whoever asked', async () => {
    const asked = await asksFor(house, helpdesk);
    expect((await takeMails(house)).map(({ to, template }) => [to, template]).toSorted()).toEqual(
      [owner, officer].map(({ is }) => [is.email, 'access.grant-asked']).toSorted(),
    );
    await officer.post(`/grants/${asked.body.grantId}/refusal`, { reason: 'Security looks into it already.' });
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual([[helpdesk.is.email, 'access.grant-refused']]);
  });

  it('is in the log with the hash of its reason, and without any words or data', async () => {
    await granted(house, helpdesk, officer);
    const rows = await house.rows<{ action: string; facts: object }>(
      organizationId,
      `select action, facts from audit_entries where target_noun = 'grant' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['grant.requested', 'grant.approved']);
    expect(JSON.stringify(rows)).not.toContain('odd sign-in');
    expect(rows[0]?.facts).toMatchObject({ categories: PHONE, purposes: 'security', scope: 'all', reason: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('that nobody answers is refused by silence after twelve hours, and told', async () => {
    const asked = await asksFor(house, helpdesk, { until: inHours(house, 48) });
    await takeMails(house);
    goOn(house, 12);
    expect([await standing(asked.body.grantId), (await approves(officer, asked)).body.code]).toEqual(['lapsed', 'decision.lapsed']);
    expect(await timePasses(house)).toBe(1);
    expect((await takeMails(house)).map(({ template }) => template)).toEqual(['access.grant-lapsed']);
    expect((await house.log(organizationId)).at(-1)).toBe('grant.lapsed');
    expect(await looks()).toBe(404);
  });

  it('that is answered leaves nothing for time to do', async () => {
    await granted(house, helpdesk, officer, { until: inHours(house, 48) });
    goOn(house, 13);
    expect(await timePasses(house)).toBe(0);
  });

  it('may be for another member, who then holds it', async () => {
    const asked = await asksFor(house, officer, { forMemberId: helpdesk.is.memberId });
    expect([asked.status, (await approves(officer, asked)).body.code]).toEqual([201, 'decision.concerned']);
    expect((await approves(owner, asked)).status).toBe(200);
    expect(await looks()).toBe(201);
  });

  it('sent twice is one', async () => {
    const key = 'one-and-the-same-key-0001';
    const wish = { until: inHours(house, 8) };
    const [first, again] = [await asksFor(house, helpdesk, wish, key), await asksFor(house, helpdesk, wish, key)];
    expect(again).toEqual(first);
    expect((await owner.get('/grants?show=to-decide')).body.items).toHaveLength(1);
  });

  it.each<[string, () => object, number, string]>([
    ['longer than the data allows', () => ({ until: inHours(house, 24 * 31) }), 422, 'grant.too_long'],
    ['over before it begins', () => ({ from: inHours(house, 5), until: inHours(house, 4) }), 422, 'grant.ends_too_soon'],
    ['for a member there is not', () => ({ scope: { kind: 'members', ids: [newId()] } }), 422, 'grant.unknown_place'],
    ['for a site there is not', () => ({ scope: { kind: 'site', ids: [newId()] } }), 422, 'grant.unknown_place'],
    ['for a request there is not', () => ({ scope: { kind: 'request', id: newId() } }), 422, 'grant.unknown_place'],
    ['for somebody else, by a helpdesk', () => ({ forMemberId: member.is.memberId }), 404, 'not_found'],
  ])('%s is refused at once', async (_, wish, status, code) => {
    expect(await asksFor(house, helpdesk, wish())).toMatchObject({ status, body: { code } });
    expect((await owner.get('/grants?show=to-decide')).body.items).toEqual([]);
  });

  it('where nobody else could decide is refused, with what to do about it', async () => {
    const alone = await house.person(await house.organization(), 'owner');
    expect((await asksFor(house, alone)).body.code).toBe('grant.nobody_decides');
  });

  it('of a member without a role is not heard', async () => {
    expect((await asksFor(house, member)).status).toBe(404);
  });
});

describe('who decides', () => {
  it.each<[string, () => Promise<Person>, number, string]>([
    ['whoever asked', () => Promise.resolve(officer), 409, 'decision.concerned'],
    ['somebody who got the right afterwards', () => house.person(organizationId, 'owner'), 409, 'decision.right_too_young'],
    ['a helpdesk', () => Promise.resolve(helpdesk), 404, 'not_found'],
    ['an auditor', () => house.person(organizationId, 'auditor'), 404, 'not_found'],
    ['an owner of another organization', async () => (await house.person(await house.organization(), 'owner')).at(organizationId), 404, 'not_found'],
  ])('is not %s', async (_, somebody, status, code) => {
    const asked = await asksFor(house, officer);
    goOn(house, 1);
    expect(await approves(await somebody(), asked)).toMatchObject({ status, body: { code } });
    expect(await standing(asked.body.grantId)).toBe('requested');
  });

  it('is nobody after somebody has', async () => {
    const asked = await asksFor(house, helpdesk);
    await owner.post(`/grants/${asked.body.grantId}/refusal`, { reason: 'Not needed for the case.' });
    expect((await approves(officer, asked)).body.code).toBe('decision.decided');
  });

  it('is one of two who do at the same moment', async () => {
    const asked = await asksFor(house, helpdesk);
    const answers = await Promise.all([approves(officer, asked), owner.post(`/grants/${asked.body.grantId}/refusal`, { reason: 'Not needed for the case.' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('cannot be made oneself, even in the database', async () => {
    const asked = await asksFor(house, officer);
    const forged = house.database.tenant(officer.actor('privacy-officer'), (tx) =>
      tx.query(`update grants set state = 'approved', decided_at = $3, decided_by = $4 where organization_id = $1 and id = $2`, [
        ...[organizationId, asked.body.grantId, tx.at, officer.is.memberId],
      ]),
    );
    await expect(forged).rejects.toThrow(/grants_others_decide/);
  });
});

describe('an approval', () => {
  it('may be narrower than what was asked for', async () => {
    const asked = await asksFor(house, helpdesk, { categories: ['user.contact'], mode: 'shown', purposes: ['security', 'wrongdoing'] });
    await approves(officer, asked, { categories: [PHONE], mode: 'on-reveal', purposes: ['security'], scope: { kind: 'members', ids: [member.is.memberId] } });
    const { body } = await helpdesk.get(`/grants/${asked.body.grantId}`);
    expect(body).toMatchObject({ categories: [PHONE], mode: 'on-reveal', scope: { kind: 'members', places: [{ label: `M-${member.is.number}` }] } });
    expect(body.decision).toMatchObject({ narrowed: true, by: { number: officer.is.number }, inPlaceOf: null });
    expect([await looks(), (await looksAt(helpdesk, owner.is.memberId, SECURITY)).status]).toEqual([201, 404]);
  });

  it.each<[string, object]>([
    ['other data', { categories: [NAME] }],
    ['a kind above', { categories: ['user'] }],
    ['shown instead of on reveal', { mode: 'shown' }],
    ['another purpose', { purposes: ['security', 'support'] }],
    ['a longer time', { until: '2026-03-20T09:00:00Z' }],
  ])('is never wider: %s', async (_, given) => {
    const asked = await asksFor(house, helpdesk);
    expect((await approves(officer, asked, given)).body.code).toBe('grant.not_narrower');
    expect(await standing(asked.body.grantId)).toBe('requested');
  });
});

describe('a grant', () => {
  it('of a parent covers its children, for its purposes only', async () => {
    await granted(house, helpdesk, officer, { categories: ['user'] });
    const look = (categories: readonly (typeof NAME)[], more: object = SECURITY) => looksAt(helpdesk, member.is.memberId, { categories, ...more });
    expect([
      (await look([NAME, EMAIL, PHONE])).status,
      (await look([PHONE], { purpose: 'wrongdoing', reason: { template: 'reported-wrong' } })).status,
    ]).toEqual([201, 404]);
  });

  it('begins when it says', async () => {
    await granted(house, helpdesk, officer, { from: inHours(house, 2) });
    const seen = [await looks()];
    goOn(house, 2);
    seen.push(await looks());
    expect(seen).toEqual([404, 201]);
  });

  it('ends at once when it is revoked, and whoever held it is told', async () => {
    const grantId = await granted(house, helpdesk, officer);
    const seen = [await looks()];
    await takeMails(house);
    expect(await owner.post(`/grants/${grantId}/revocation`, { reason: 'The case is closed by now.' })).toMatchObject({
      status: 200,
      body: { standing: 'revoked' },
    });
    seen.push(await looks());
    expect(seen).toEqual([201, 404]);
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual([[helpdesk.is.email, 'access.grant-revoked']]);
  });

  it('may be given back by whoever holds it, and by nobody without the right', async () => {
    const grantId = await granted(house, helpdesk, officer);
    const auditor = await house.person(organizationId, 'auditor');
    const reason = { reason: 'It is not needed any more.' };
    expect([
      (await auditor.post(`/grants/${grantId}/revocation`, reason)).status,
      (await helpdesk.post(`/grants/${grantId}/revocation`, reason)).status,
    ]).toEqual([404, 200]);
  });

  it('tells when it was last used, and of nobody it does not reach', async () => {
    const grantId = await granted(house, helpdesk, officer, { scope: { kind: 'members', ids: [member.is.memberId] } });
    const used = async () => (await owner.get(`/grants/${grantId}`)).body.lastUsedAt;
    const before = await used();
    await looksAt(helpdesk, owner.is.memberId, SECURITY);
    const missed = await used();
    await looks();
    expect([before, missed, await used()]).toEqual([null, null, house.time.now().toString({ fractionalSecondDigits: 3 })]);
  });

  it('may be withdrawn while it waits, by whoever asked', async () => {
    const { body } = await asksFor(house, helpdesk);
    expect((await officer.post(`/grants/${body.grantId}/withdrawal`, {})).status).toBe(404);
    expect((await helpdesk.post(`/grants/${body.grantId}/withdrawal`, {})).body.standing).toBe('withdrawn');
    expect((await helpdesk.post(`/grants/${body.grantId}/withdrawal`, {})).body.code).toBe('grant.state_forbids');
  });
});

describe('what a role is given until it is reviewed', () => {
  const gift = (change: object = {}) => ({
    ...{ to: { kind: 'role', role: 'helpdesk' }, categories: [PHONE], mode: 'on-reveal', purposes: ['security'], scope: { kind: 'all' } },
    ...{ reviewAt: inHours(house, 24 * 90), reason: 'The helpdesk looks into odd sign-ins.' },
    ...change,
  });

  it('is held by everybody with the role, and ends when nobody reviewed it', async () => {
    const given = await owner.post('/grants', gift());
    const seen = [given.status, await looks()];
    goOn(house, 24 * 90);
    seen.push(await looks());
    expect(seen).toEqual([201, 201, 404]);
  });

  it.each<[string, () => object, number, string]>([
    ['to a role of one’s own', () => gift({ to: { kind: 'role', role: 'owner' } }), 409, 'grant.own'],
    ['for longer than a year', () => gift({ reviewAt: inHours(house, 24 * 366) }), 422, 'grant.too_long'],
    ['to a group there is not', () => gift({ to: { kind: 'group', groupId: newId() } }), 422, 'grant.unknown_grantee'],
  ])('is not given %s', async (_, what, status, code) => {
    expect(await owner.post('/grants', what())).toMatchObject({ status, body: { code } });
  });

  it('is given by owners alone, who have just proved who they are', async () => {
    expect([(await officer.post('/grants', gift())).status, (await owner.stale.post('/grants', gift())).status]).toEqual([404, 403]);
  });

  it('reaches a group as its members come and go', async () => {
    const { body: group } = await owner.post('/groups', { name: 'Night shift' });
    await owner.post('/grants', gift({ to: { kind: 'group', groupId: group.id } }));
    const seen = [await looks()];
    await owner.post(`/groups/${group.id}/members`, { memberIds: [helpdesk.is.memberId] });
    seen.push(await looks());
    expect(seen).toEqual([404, 201]);
  });

  it('never serves whoever gave it, who takes the role or joins the group afterwards', async () => {
    const [other, { body: group }] = [await house.person(organizationId, 'owner'), await owner.post('/groups', { name: 'Night shift' })];
    const given = [await owner.post('/grants', gift()), await owner.post('/grants', gift({ to: { kind: 'group', groupId: group.id } }))];
    await owner.put(`/members/${owner.is.memberId}/roles/helpdesk`, {});
    await owner.post(`/groups/${group.id}/members`, { memberIds: [owner.is.memberId, helpdesk.is.memberId] });
    await owner.put(`/members/${other.is.memberId}/roles/helpdesk`, {});
    const held = async (who: Person) => (await who.get('/abilities')).body.grants.map(({ id }: { id: string }) => id);
    const ids = given.map(({ body }) => body.grantId);
    expect((await owner.get('/abilities')).body.roles).toContain('helpdesk');
    expect((await held(owner)).filter((id: string) => ids.includes(id))).toEqual([]);
    expect(await held(helpdesk)).toEqual(expect.arrayContaining(ids));
    expect(await held(other)).toContain(ids[0]);
  });
});

describe('a deputy', () => {
  const names = (who: Person, deputy: Person, from = 0, until = 48) =>
    who.post('/deputies', { memberId: deputy.is.memberId, from: inHours(house, from), until: inHours(house, until) });

  it('decides in the place of whoever named them, for as long as it was said', async () => {
    expect((await names(officer, member)).status).toBe(201);
    const asked = await asksFor(house, helpdesk);
    const waiting = await member.get('/grants?show=to-decide');
    expect(waiting.body.items).toMatchObject([{ id: asked.body.grantId, may: { decide: true } }]);
    expect((await approves(member, asked)).status).toBe(200);
    expect((await owner.get(`/grants/${asked.body.grantId}`)).body.decision).toMatchObject({
      by: { number: member.is.number },
      inPlaceOf: { number: officer.is.number },
    });
    goOn(house, 48);
    expect((await member.get('/grants?show=to-decide')).body.items).toEqual([]);
  });

  it('decides nothing whoever named them asked for', async () => {
    await names(officer, member);
    expect((await approves(member, await asksFor(house, officer))).body.code).toBe('decision.no_right');
  });

  it('decides nothing they asked for themselves', async () => {
    await names(officer, helpdesk);
    expect((await approves(helpdesk, await asksFor(house, helpdesk))).body.code).toBe('decision.concerned');
  });

  it('is none any more at once when it is ended, when the right is lost, and for whoever is suspended', async () => {
    const { body } = await names(officer, member);
    const asked = await asksFor(house, helpdesk);
    await officer.delete(`/deputies/${body.forMe[0].id}`);
    expect((await approves(member, asked)).status).toBe(404);
    await names(officer, member);
    await owner.delete(`/members/${officer.is.memberId}/roles/privacy-officer`);
    expect((await approves(member, asked)).status).toBe(404);
  });

  it.each<[string, () => string]>([
    ['somebody whose report runs', () => reportOf(officer, 'running')],
    ['somebody whose report was confirmed', () => reportOf(officer, 'confirmed')],
    [
      'somebody whose contract has ended',
      () => `update members set worker_type = 'contractor', worker_until = '2026-01-31' where id = '${officer.is.memberId}'`,
    ],
  ])('decides nothing in the place of %s', async (_, stop) => {
    await names(officer, member);
    const asked = await asksFor(house, helpdesk);
    await house.rows(organizationId, stop());
    expect((await approves(member, asked)).status).not.toBe(200);
    expect(await standing(asked.body.grantId)).toBe('requested');
  });

  it('who is reported decides nothing', async () => {
    await names(officer, member);
    const asked = await asksFor(house, helpdesk);
    await house.rows(organizationId, reportOf(member, 'running'));
    expect((await approves(member, asked)).status).not.toBe(200);
    expect(await standing(asked.body.grantId)).toBe('requested');
  });

  const reportOf = ({ is }: Person, state: string) => `
    insert into violations (organization_id, id, member_id, reported_by, reported_at, words, salt, evidence, lapses_at, state, decided_at)
    select '${organizationId}', '${newId()}', '${is.memberId}', '${owner.is.memberId}', now(), 'Looked without a task.', 'salt', '{}', 'infinity', '${state}',
      case when '${state}' = 'running' then null else now() end`;

  it('names no deputy of their own, nor is anybody named for longer than sixty days', async () => {
    await names(officer, member);
    expect([(await names(member, helpdesk)).status, (await names(owner, member, 0, 24 * 61)).body.code, (await names(owner, owner)).body.code]).toEqual([
      404,
      'grant.too_long',
      'grant.unknown_grantee',
    ]);
  });

  it('is seen by both', async () => {
    await names(officer, member);
    const [mine, theirs] = [(await officer.get('/deputies')).body, (await owner.get('/deputies')).body];
    expect([mine.forMe, mine.byMe, theirs.forMe]).toMatchObject([[{ member: { number: member.is.number } }], [], []]);
  });
});

describe('the list', () => {
  it('shows each what they may read, and nothing of another organization', async () => {
    const grantId = await granted(house, helpdesk, officer);
    const auditor = await house.person(organizationId, 'auditor');
    const stranger = await house.person(await house.organization(), 'owner');
    const ids = async (who: Person, query = '') => (await who.get(`/grants${query}`)).body.items?.map(({ id }: { id: string }) => id);
    expect([await ids(owner), await ids(auditor), await ids(helpdesk), await ids(member), await ids(stranger)]).toEqual([
      [grantId],
      [grantId],
      [grantId],
      [],
      [],
    ]);
    expect([await ids(helpdesk, '?show=mine'), await ids(owner, '?show=mine'), await ids(owner, '?show=past')]).toEqual([[grantId], [], []]);
    expect((await stranger.at(organizationId).get(`/grants/${grantId}`)).status).toBe(404);
  });

  it('goes on page by page, newest first', async () => {
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.unshift(await granted(house, helpdesk, officer));
    const first = (await owner.get('/grants?size=2')).body;
    const second = (await owner.get(`/grants?size=2&after=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });
});
