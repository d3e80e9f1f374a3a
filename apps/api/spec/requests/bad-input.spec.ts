import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { RequestsHouse } from './requests-house';
import { Stranger } from './stranger';

let house: RequestsHouse;
let stranger: Stranger;
let organizationId: string;
let officer: Person;
let id: string;
let others: string;

beforeAll(async () => {
  house = await RequestsHouse.start();
  stranger = new Stranger(house);
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer', 'owner']);
  id = await house.request(organizationId);
  others = await house.request(await house.organization());
});
afterAll(() => house.stop());

const LONG = 'x'.repeat(20_001);
const NUL = 'a\u0000b';
const SURROGATE = 'a\ud800';

/** Each route that takes something, what it takes, and what it does not. */
const ROUTES: readonly (readonly [string, object, readonly object[]])[] = [
  [
    'classification',
    { kind: 'erasure' },
    [{ kind: 'x' }, { kind: null }, { kind: 1 }, {}, { kind: 'erasure', aboutMemberId: 'me' }, { kind: 'erasure', aboutMemberId: 7 }],
  ],
  ['assignment', { memberId: null }, [{}, { memberId: 'me' }, { memberId: 7 }, { memberId: [newId()] }]],
  ['notes', { text: 'x' }, [{}, { text: '' }, { text: ' \n ' }, { text: NUL }, { text: SURROGATE }, { text: LONG }, { text: 1 }]],
  ['replies', { text: 'x' }, [{}, { text: '' }, { text: NUL }, { text: LONG }, { text: { toString: 'x' } }]],
  ['questions-back', { text: 'x' }, [{}, { text: LONG }, { text: 'x', pause: 'holiday' }, { text: 'x', pause: true }]],
  ['resumption', {}, [{ why: 'x' }]],
  ['closing', { text: 'x', outcome: 'refused' }, [{ text: 'x' }, { outcome: 'refused' }, { text: 'x', outcome: 'won' }, { text: NUL, outcome: 'refused' }]],
  ['reopening', { text: 'x' }, [{}, { text: LONG }]],
  ['parts', { text: 'x' }, [{}, { text: '' }, { text: LONG }]],
];

const snapshot = () =>
  house.rows(
    organizationId,
    `select r.*, (select count(*) from request_messages m where m.request_id = r.id) as said, (select count(*) from audit_entries) as logged from privacy_requests r where id = $1`,
    [id],
  );

describe.each(ROUTES)('%s', (route, right, wrong) => {
  it.each(wrong)('refuses %j with a problem that names the field, and changes nothing', async (body) => {
    const before = await snapshot();
    const answer = await officer.post(`/requests/${id}/${route}`, body);
    expect(answer).toMatchObject({
      status: 422,
      body: { status: 422, code: 'request.invalid', title: expect.any(String), detail: expect.any(String), instance: expect.any(String) },
    });
    expect(answer.body.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|select |insert /i);
    expect(await snapshot()).toEqual(before);
  });

  it('refuses an unknown field, a list and no body', async () => {
    for (const body of [{ ...right, extra: 1 }, [], [right]]) expect((await officer.post(`/requests/${id}/${route}`, body)).status).toBe(422);
  });

  it("finds nothing under another organization's id, an id of nothing, or no id", async () => {
    for (const other of [others, newId(), 'x', '%00', `${id}%20`]) expect((await officer.post(`/requests/${other}/${route}`, right)).status).toBe(404);
  });

  it('is no page for reading, changing or removing', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'] as const)
      expect((await officer.does({ method, path: `/requests/${id}/${route}`, ...(method !== 'GET' && { body: right }) })).status).toBe(404);
  });
});

describe('drafts', () => {
  it.each([
    {},
    { kind: 'reply' },
    { kind: 'x', text: 'x' },
    { kind: 'reply', text: NUL },
    { kind: 'reply', text: LONG },
    { kind: 'reply', text: 'x', memberId: newId() },
  ])('are not kept with %j', async (body) => {
    expect((await officer.put(`/requests/${id}/draft`, body)).status).toBe(422);
    expect((await officer.get(`/requests/${id}/draft`)).body.draft).toBeNull();
  });
});

describe('templates', () => {
  it.each([
    {},
    { title: '', language: 'en', text: 'x' },
    { title: 'T\n', language: 'en', text: NUL },
    { title: 'x'.repeat(121), language: 'en', text: 'x' },
    { title: 'T', language: 'English', text: 'x' },
    { title: 'T', language: 'en', text: LONG },
    { title: 'T', language: 'en', text: 'x', kind: 'poem' },
    { title: 'T', language: 'en', text: 'x', id: newId() },
  ])('are not added with %j', async (body) => {
    expect((await officer.post('/templates', body)).status).toBe(422);
    expect((await officer.get('/templates')).body.items).toEqual([]);
  });
});

describe('links', () => {
  it.each([{}, { token: '' }, { token: 7 }, { token: null }, { token: 'x', extra: 1 }, { token: 'x'.repeat(601) }])(
    'with %j are refused by every page that takes one',
    async (body) => {
      for (const path of ['/follow', '/questions/confirmation', '/questions/confirmation/preview', '/questions/confirmation/renewal'])
        expect((await stranger.post(path, body)).status).toBe(422);
      expect((await stranger.post('/follow/messages', { ...body, text: 'x' })).status).toBe(422);
    },
  );

  it('of another key ring open nothing', async () => {
    const [version, , ...rest] = house.tokens.make('follow', [id]).split('.');
    expect((await stranger.follows([version, 'other', ...rest].join('.'))).body.code).toBe('link.unreadable');
  });

  it('are not taken from the path or the query, where they would be logged', async () => {
    const token = house.tokens.make('follow', [id]);
    for (const url of [`/api/follow?token=${token}`, `/api/follow/${token}`]) expect((await house.app.inject({ method: 'GET', url })).statusCode).toBe(404);
  });
});
