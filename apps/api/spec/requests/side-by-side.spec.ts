import type { Person } from '../organizations/person';
import { RequestsHouse, START } from './requests-house';
import { Stranger } from './stranger';

let house: RequestsHouse;
let stranger: Stranger;
let organizationId: string;
let officers: readonly Person[];
let id: string;

beforeAll(async () => {
  house = await RequestsHouse.start();
  stranger = new Stranger(house);
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set(START);
  organizationId = await house.organization();
  officers = await Promise.all([1, 2, 3].map(() => house.person(organizationId, ['privacy-officer'])));
  id = await house.request(organizationId);
  await house.mails();
});

const view = async () => (await officers[0]?.get(`/requests/${id}`))?.body;
const kinds = (timeline: { type: string; kind?: string; event?: { code: string } }[]) =>
  timeline.map(({ type, kind, event }) => (type === 'message' ? kind : event?.code));

describe('several at the same time', () => {
  it('close once; the others are told that it is answered', async () => {
    const answers = await Promise.all(
      officers.map((officer, index) => officer.post(`/requests/${id}/closing`, { text: `Answer ${index}`, outcome: 'fulfilled' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const { timeline, clocks } = await view();
    expect(kinds(timeline)).toEqual(['from-person', 'received', 'answer', 'answered']);
    expect(clocks).toHaveLength(1);
    expect((await house.mails()).filter(({ template }) => template === 'requests.answer')).toHaveLength(1);
  });

  it('reply, and every reply is kept', async () => {
    const answers = await Promise.all(officers.flatMap((officer) => [1, 2, 3].map((n) => officer.post(`/requests/${id}/replies`, { text: `Reply ${n}` }))));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(kinds((await view()).timeline).filter((kind) => kind === 'reply')).toHaveLength(9);
    const [row] = await house.rows<{ entries: number }>(organizationId, 'select entries from privacy_requests where id = $1', [id]);
    expect(row?.entries).toBe(11);
  });

  it('answer while the person writes, and whoever came last decides whether it is open', async () => {
    const link = house.tokens.make('follow', [id]);
    const [closed, written] = await Promise.all([
      officers[0]?.post(`/requests/${id}/closing`, { text: 'Here.', outcome: 'fulfilled' }),
      stranger.appends(link, 'One more thing'),
    ]);
    expect([closed?.status, written.status]).toEqual([200, 201]);
    const { timeline, state, clocks } = await view();
    const order = kinds(timeline).filter((kind) => kind === 'answer' || kind === 'from-person');
    const personLast = order.at(-1) === 'from-person' && written.body.state === 'in-progress';
    expect(state).toBe(personLast ? 'in-progress' : 'answered');
    expect(clocks).toHaveLength(personLast ? 2 : 1);
  });

  it('classify, and there is one clock that runs', async () => {
    const california = await house.organization({ country: 'US', subdivision: 'US-CA', timeZone: 'America/Los_Angeles' });
    const there = await house.person(california, ['privacy-officer']);
    const request = await house.request(california);
    await Promise.all(['opt-out', 'erasure', 'opt-out', 'question'].map((kind) => there.post(`/requests/${request}/classification`, { kind })));
    const { clocks, kind } = (await there.get(`/requests/${request}`)).body;
    const running = clocks.filter(({ state }: { state: string }) => state === 'running');
    expect(running).toHaveLength(1);
    expect(running[0].ruleId).toBe(kind === 'opt-out' ? 'us-ca-7026' : 'us-ca-7021');
  });

  it('pause and resume, and the clock is in one of the two', async () => {
    await Promise.all([
      officers[0]?.post(`/requests/${id}/questions-back`, { text: 'Who?', pause: 'identity' }),
      officers[1]?.post(`/requests/${id}/questions-back`, { text: 'Who?', pause: 'identity' }),
      officers[2]?.post(`/requests/${id}/resumption`, {}),
    ]);
    const { clocks, paused, state } = await view();
    expect(clocks).toHaveLength(1);
    expect(clocks[0].state).toBe(paused ? 'paused' : 'running');
    expect(paused).toBe(state === 'waiting-for-person' && clocks[0].pausedSince !== null);
  });

  it('type, each for themselves, and the last keystroke of each is kept', async () => {
    await Promise.all(
      officers.flatMap((officer, index) => [1, 2, 3, 4].map((n) => officer.put(`/requests/${id}/draft`, { kind: 'reply', text: `${index} ${n}` }))),
    );
    for (const [index, officer] of officers.entries()) {
      expect((await officer.get(`/requests/${id}/draft`)).body.draft.text).toMatch(new RegExp(`^${index} [1-4]$`));
    }
  });
});

describe('what an act does', () => {
  it('happens whole or not at all', async () => {
    const officer = officers[0];
    const before = await view();
    // The mail cannot be kept, so neither can the reply, its audit entry or its idempotency key.
    await house.breaking('mail_outbox', async () => {
      expect((await officer?.post(`/requests/${id}/replies`, { text: 'Lost?' }, 'the-same-key-again'))?.status).toBe(500);
    });
    expect(await view()).toEqual(before);
    expect(await house.log(organizationId, id)).toEqual(['privacy-request.opened']);
    expect((await officer?.post(`/requests/${id}/replies`, { text: 'Lost?' }, 'the-same-key-again'))?.status).toBe(201);
    expect(kinds((await view()).timeline)).toEqual(['from-person', 'received', 'reply']);
  });
});

describe('the database', () => {
  it.each([
    [`update request_messages set text = 'other'`],
    ['delete from request_messages'],
    [`update request_clocks set due_at = now()`],
    ['delete from request_clocks'],
    [`update request_clock_events set at = now()`],
    ['delete from privacy_requests'],
    [`update privacy_requests set asked_at = now()`],
    [`update privacy_requests set identifier = 'other'`],
    ['select * from request_addresses'],
  ])('refuses the server to %s', async (statement) => {
    await expect(house.database.tenant({ kind: 'system', organizationId, process: 'spec' }, (tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
  });

  it('shows nothing of another organization, whatever is asked', async () => {
    const elsewhere = await house.organization();
    for (const table of [
      'privacy_requests',
      'request_messages',
      'request_clocks',
      'request_clock_events',
      'request_drafts',
      'reply_templates',
      'request_handovers',
    ]) {
      expect(await house.database.tenant({ kind: 'system', organizationId: elsewhere, process: 'spec' }, (tx) => tx.query(`select 1 from ${table}`))).toEqual(
        [],
      );
    }
  });

  it('keeps an answered request from having no end, and an open one from having one', async () => {
    const system = { kind: 'system', organizationId, process: 'spec' } as const;
    const update = (change: string) => house.database.tenant(system, (tx) => tx.query(`update privacy_requests set ${change} where id = $1`, [id]));
    await expect(update(`state = 'answered'`)).rejects.toThrow(/privacy_requests_(closed|answered)/);
    await expect(update(`closed_at = now()`)).rejects.toThrow(/privacy_requests_closed/);
    await expect(update(`outcome = 'refused'`)).rejects.toThrow(/privacy_requests_answered/);
  });
});
