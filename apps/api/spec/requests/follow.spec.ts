import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';
import { Stranger } from './stranger';

let house: RequestsHouse;
let stranger: Stranger;
let organizationId: string;
let officer: Person;
let id: string;
let link: string;

beforeAll(async () => {
  house = await RequestsHouse.start();
  stranger = new Stranger(house);
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  await house.contact(organizationId, officer);
  id = await house.request(organizationId, { reference: 'Q-7K4M-2P9X' });
  link = house.tokens.make('follow', [id]);
  await house.work();
  await house.mails();
});

const act = (deed: string, body: object) => officer.post(`/requests/${id}/${deed}`, body);
const said = (timeline: { type: string; kind?: string; event?: { code: string } }[]) =>
  timeline.map(({ type, kind, event }) => (type === 'message' ? kind : event?.code));

describe('a private link', () => {
  it('shows the person their request, who answers and by when, and nothing internal', async () => {
    await act('notes', { text: 'Careful with this one.' });
    await act('assignment', { memberId: officer.is.memberId });
    await act('replies', { text: 'Dear Kim' });
    const { status, body } = await stranger.follows(link);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      reference: 'Q-7K4M-2P9X',
      state: 'in-progress',
      promisedOn: '2026-04-02',
      overdue: false,
      answeredBy: { contact: { name: 'Dana Reyes', email: officer.is.email, postalAddress: 'Quay 1, Bremen', languages: ['de', 'en'] } },
    });
    expect(said(body.timeline)).toEqual(['from-person', 'received', 'reply']);
    expect(body.timeline[2]).toMatchObject({ from: 'organization', line: expect.stringMatching(/^Linden/), text: 'Dear Kim' });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`Careful|${officer.is.memberId}`));
  });

  it('shows how the promised day was computed, once the person may know who answers', async () => {
    const proved = (await stranger.follows(link)).body;
    expect(proved.clock).toMatchObject({ leading: true, dueOn: proved.promisedOn, regime: 'gdpr' });
    const unproved = await house.request(organizationId, { proved: false });
    expect((await stranger.follows(house.tokens.make('follow', [unproved]))).body).toMatchObject({ answeredBy: null, clock: null });
  });

  it('opens one request only, and nothing at all when it was changed', async () => {
    const other = await house.request(organizationId);
    expect((await stranger.follows(house.tokens.make('follow', [other]))).body.id).toBe(other);
    for (const token of [`${link}x`, link.slice(0, -2), house.tokens.make('confirm-question', [id]), house.tokens.make('follow', [newId()]), 'x']) {
      expect((await stranger.follows(token)).body).toMatchObject({ status: 404, code: 'link.unreadable' });
    }
    for (const body of [{}, { token: '' }, { token: 'x'.repeat(601) }, { token: link, requestId: other }])
      expect((await stranger.post('/follow', body)).status).toBe(422);
  });

  it('lets the person add to it, and those who answer hear of it', async () => {
    const { status, body } = await stranger.appends(link, 'And my photos?');
    expect(status).toBe(201);
    expect(body).toEqual({ requestId: id, entryId: expect.any(String), state: 'received', promisedOn: '2026-04-02' });
    const { timeline } = (await officer.get(`/requests/${id}`)).body;
    expect(timeline.at(-1)).toMatchObject({ kind: 'from-person', text: 'And my photos?', author: { kind: 'person', memberId: null } });
    await house.work();
    expect(await house.mails()).toEqual([expect.objectContaining({ to: officer.is.email, template: 'requests.person-wrote' })]);
  });

  it('adds once, however often it arrives', async () => {
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => stranger.appends(link, 'Once', key)));
    expect(new Set(answers.map(({ body }) => body.entryId)).size).toBe(1);
    expect(said((await stranger.follows(link)).body.timeline)).toEqual(['from-person', 'received', 'from-person']);
  });

  it('answers what was asked back, and the clock runs again', async () => {
    await act('questions-back', { text: 'Who are you?', pause: 'identity' });
    expect((await stranger.follows(link)).body).toMatchObject({ state: 'waiting-for-person', paused: true });
    house.time.advance({ days: 4 });
    expect((await stranger.appends(link, 'I am Kim.')).body).toMatchObject({ state: 'in-progress', promisedOn: '2026-04-07' });
    expect(said((await stranger.follows(link)).body.timeline)).toEqual([
      'from-person',
      'received',
      'question-back',
      'clock-paused',
      'from-person',
      'clock-resumed',
    ]);
  });

  it('opens an answered request again, with a new clock', async () => {
    await act('closing', { text: 'Here it is.', outcome: 'fulfilled' });
    expect((await stranger.follows(link)).body).toMatchObject({ state: 'answered', closedAt: '2026-03-02T09:00:00.000Z' });
    house.time.set('2026-06-01T09:00:00Z');
    expect((await stranger.appends(link, 'Something is missing.')).body).toMatchObject({ state: 'in-progress', promisedOn: '2026-07-01' });
    expect((await officer.get('/requests')).body.items).toEqual([expect.objectContaining({ id, state: 'in-progress' })]);
    expect(await house.log(organizationId, id)).toEqual(['privacy-request.opened', 'privacy-request.answered', 'privacy-request.continued']);
  });

  it('does not let anybody write without end', async () => {
    for (let count = 0; count < 19; count += 1) expect((await stranger.appends(link, `Line ${count}`)).status).toBe(201);
    expect((await stranger.appends(link, 'One too many')).body).toMatchObject({ status: 429, code: 'request.too_many_messages' });
    house.time.advance({ hours: 25 });
    expect((await stranger.appends(link, 'The next day')).status).toBe(201);
  });

  it.each([{ text: '' }, { text: 'x\u0007' }, { text: 5 }, { text: 'x', kind: 'reply' }, { text: 'x'.repeat(20_001) }])(
    'refuses to add %j and changes nothing',
    async (wrong) => {
      expect((await stranger.post('/follow/messages', { token: link, ...wrong })).status).toBe(422);
      expect((await stranger.follows(link)).body.timeline).toHaveLength(2);
    },
  );
});
