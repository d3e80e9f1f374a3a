import { BreakGlassModule, BreakGlassWork, LockboxPeople, NeedToKnowModule, ProfileValues, RoleHolders } from '@smartpar/access/api';
import { needToKnowAccess, systemActor } from '@smartpar/access/model';
import { ActiveHolders, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { EMAIL, hasPhone, ledgerOf, looksAt, PHONE } from './need-to-know-house';

const WORDS = 'Somebody fell in the workshop and we need their family.';
const BREAKING = { ground: 'safety', categories: [PHONE, EMAIL], words: WORDS };
const SECURITY = { purpose: 'security', reason: { template: 'reaching-them' } } as const;
const NOT_FOUND = { status: 404, body: { code: 'not_found' } };

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let breaker: Person;
let member: Person;

beforeAll(async () => {
  house = await House.start({
    modules: [NeedToKnowModule, BreakGlassModule],
    wires: [
      { provide: ProfileValues, useExisting: MemberValues },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: LockboxPeople, useClass: PeopleOfLockboxes },
    ],
    rules: [...needToKnowAccess, ...membersAccess],
  });
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  officer = await house.person(organizationId, 'privacy-officer');
  breaker = await house.person(organizationId, 'user-administrator');
  member = await house.person(organizationId);
  await hasPhone(house, member, '+49 30 1234567');
  const hidden = [PHONE, EMAIL].map((category) => ({ role: 'user-administrator', category, mode: 'hidden', purposes: [] }));
  await owner.put('/standing-grants', { version: 1, grants: hidden });
});

const mailsTo = (who: Person) =>
  house.owner
    .query<{ template: string }>('select template from mail_outbox where to_address = $1 order by id', [who.is.email])
    .then(({ rows }) => rows.map(({ template }) => template));
const breaks = async (wish: object = {}, who = breaker): Promise<string> => (await who.post('/break-glasses', { ...BREAKING, ...wish })).body.id;

describe('breaking the glass', () => {
  it('shows at once what was hidden, for an hour and not a second more', async () => {
    expect(await looksAt(breaker, member.is.memberId, SECURITY)).toMatchObject(NOT_FOUND);
    const { status, body } = await breaker.post('/break-glasses', BREAKING);
    expect({ status, running: body.running, span: Date.parse(body.until) - Date.parse(body.beganAt) }).toEqual({ status: 201, running: true, span: 3_600_000 });
    expect((await looksAt(breaker, member.is.memberId, SECURITY)).body.values).toEqual({ [PHONE]: '+49 30 1234567' });
    house.time.advance({ minutes: 59, seconds: 59 });
    expect((await looksAt(breaker, member.is.memberId, SECURITY)).status).toBe(201);
    house.time.advance({ seconds: 1 });
    expect(await looksAt(breaker, member.is.memberId, SECURITY)).toMatchObject(NOT_FOUND);
  });

  it('tells everybody who was not asked, and not whoever did it', async () => {
    await breaks();
    expect([await mailsTo(owner), await mailsTo(officer), await mailsTo(breaker), await mailsTo(member)]).toEqual([
      ['access.break-glass-begun'],
      ['access.break-glass-begun'],
      [],
      [],
    ]);
    expect(await house.log(organizationId)).toContain('break-glass.begun');
  });

  it('shows only what was named, for security and for nothing else', async () => {
    await breaks({ categories: [EMAIL] });
    expect(await looksAt(breaker, member.is.memberId, SECURITY)).toMatchObject(NOT_FOUND);
    expect((await looksAt(breaker, member.is.memberId, { ...SECURITY, categories: [EMAIL] })).status).toBe(201);
    expect(await looksAt(breaker, member.is.memberId, { categories: [EMAIL] })).toMatchObject(NOT_FOUND);
  });

  it('stands in the member’s ledger as what it was', async () => {
    await breaks();
    await looksAt(breaker, member.is.memberId, SECURITY);
    expect((await member.get('/my/ledger')).body.items).toMatchObject([{ by: { roles: ['user-administrator'], self: false, emergency: 'safety' } }]);
  });

  it('is not said of a look that another grant allows as well', async () => {
    await breaks({ categories: [PHONE] }, officer);
    await looksAt(officer, member.is.memberId, { purpose: 'security', reason: { template: 'unusual-sign-in' } });
    expect(await ledgerOf(house, organizationId)).toMatchObject([{ break_glass_id: null }]);
  });

  it('is ended by whoever did it, at once', async () => {
    const id = await breaks();
    await looksAt(breaker, member.is.memberId, SECURITY);
    expect((await breaker.post(`/break-glasses/${id}/end`)).body.running).toBe(false);
    expect(await looksAt(breaker, member.is.memberId, SECURITY)).toMatchObject(NOT_FOUND);
    expect((await breaker.get('/break-glasses/mine')).body.items).toEqual([]);
    expect(await officer.post(`/break-glasses/${id}/end`)).toMatchObject(NOT_FOUND);
  });

  it('is one at a time, also when begun twice at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => breaker.post('/break-glasses', BREAKING)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await breaker.get('/break-glasses/mine')).body.items).toMatchObject([{ ground: 'safety', categories: [PHONE, EMAIL] }]);
  });

  it.each([
    ['without a reason', { words: 'help' }, /^words/],
    ['for another ground', { ground: 'curiosity' }, /^ground/],
    ['for no data', { categories: [] }, /^categories/],
  ])('%s is refused', async (_, wish, field) => {
    const { status, body } = await breaker.post('/break-glasses', { ...BREAKING, ...wish });
    expect({ status, field: body.errors[0].field }).toEqual({ status: 422, field: expect.stringMatching(field) });
  });

  it.each([
    ['a member', async () => member],
    ['an auditor', () => house.person(organizationId, 'auditor')],
    ['a helpdesk', () => house.person(organizationId, 'helpdesk')],
    ['somebody of another organization', async () => (await house.person(await house.organization(), 'owner')).at(organizationId)],
  ])('is nothing %s can do', async (_, someone) => {
    expect(await (await someone()).post('/break-glasses', BREAKING)).toMatchObject(NOT_FOUND);
  });

  it('leaves no words in the log', async () => {
    await breaks();
    const entries = await house.rows<{ facts: object }>(
      organizationId,
      `select facts from audit_entries where organization_id = $1 and action like 'break-glass%'`,
      [organizationId],
    );
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('workshop');
  });
});

describe('the review', () => {
  const REVIEW = { outcome: 'justified', words: 'The ambulance needed a number, and nobody else was there.' };

  it('is somebody else’s, with everything that was looked at on the page', async () => {
    const id = await breaks();
    await looksAt(breaker, member.is.memberId, SECURITY);
    expect((await officer.get(`/break-glasses/${id}`)).body).toMatchObject({
      by: { memberNumber: `M-${breaker.is.number}`, roles: ['user-administrator'], self: false },
      words: WORDS,
      looks: 1,
      review: null,
      overdue: false,
    });
    expect((await officer.get(`/break-glasses/${id}/looks`)).body.items).toMatchObject([{ memberNumber: `M-${member.is.number}`, categories: [PHONE] }]);
    const { body } = await officer.post(`/break-glasses/${id}/review`, REVIEW);
    expect(body.review).toMatchObject(REVIEW);
    expect(await mailsTo(breaker)).toEqual(['access.break-glass-reviewed']);
  });

  it('is never one’s own', async () => {
    const id = await breaks({}, owner);
    expect((await mailsTo(owner)).length).toBe(0);
    expect(await owner.post(`/break-glasses/${id}/review`, REVIEW)).toMatchObject({ status: 409, body: { code: 'break_glass.own' } });
    expect((await officer.post(`/break-glasses/${id}/review`, REVIEW)).status).toBe(200);
  });

  it('is made once, also by two at once', async () => {
    const id = await breaks();
    const answers = await Promise.all([owner, officer].map((who) => who.post(`/break-glasses/${id}/review`, REVIEW)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it.each([
    ['a member', async () => member],
    ['the one who did it', async () => breaker],
    ['an auditor', () => house.person(organizationId, 'auditor')],
    ['an owner of another organization', async () => (await house.person(await house.organization(), 'owner')).at(organizationId)],
  ])('is nothing %s can do', async (_, someone) => {
    const id = await breaks();
    expect(await (await someone()).post(`/break-glasses/${id}/review`, REVIEW)).toMatchObject(NOT_FOUND);
  });

  it('is asked for when three days are over, and every day after, until somebody has made it', async () => {
    const id = await breaks();
    const passes = () => house.perform(house.get(BreakGlassWork).kinds());
    house.time.advance({ hours: 71 });
    await passes();
    expect(await mailsTo(owner)).toEqual(['access.break-glass-begun']);
    house.time.advance({ hours: 1 });
    await passes();
    expect((await officer.get('/break-glasses?review=waiting')).body.items).toMatchObject([{ id, overdue: true }]);
    house.time.advance({ hours: 24 });
    await passes();
    expect(await mailsTo(owner)).toEqual(['access.break-glass-begun', 'access.break-glass-overdue', 'access.break-glass-overdue']);
    await owner.post(`/break-glasses/${id}/review`, { ...REVIEW, outcome: 'not-justified' });
    house.time.advance({ hours: 24 });
    await passes();
    expect((await mailsTo(owner)).length).toBe(3);
    expect((await officer.get('/break-glasses?review=done')).body.items).toMatchObject([{ id, overdue: false, review: { outcome: 'not-justified' } }]);
  });
});

it('the database itself lets nothing run longer than an hour, and nobody judge themselves', async () => {
  const id = await breaks();
  const change = (text: string, values: readonly unknown[] = []) =>
    house.database.tenant(systemActor(organizationId, 'spec'), (tx) => tx.query(text, [organizationId, id, ...values]));
  await expect(change(`update break_glasses set until = began_at + interval '61 minutes' where organization_id = $1 and id = $2`)).rejects.toThrow(
    /break_glasses_hour/,
  );
  const judge = `update break_glasses set outcome = 'justified', review_words = 'x', review_salt = 'y', reviewed_at = now(), reviewed_by = $3 where organization_id = $1 and id = $2`;
  await expect(change(judge, [breaker.is.memberId])).rejects.toThrow(/break_glasses_other/);
});
