import { newId, Temporal } from '@smartpar/kernel';
import { noHolidays, startClocks } from '@smartpar/requests/model';
import type { LockedRequest } from './request.repository';
import { happened } from './request-entry';
import { clocksAfter, progressOf, settle, toDate } from './settle';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const clocks = (country: string) =>
  startClocks({
    kind: 'question',
    situation: { controller: { country, subdivision: null }, person: null, capacity: 'work' },
    startedAt: START,
    timeZone: 'UTC',
    holidays: noHolidays,
    newId,
  }).map((clock) => ({ ...clock, events: [] }));

const request = (rest: Partial<LockedRequest> = {}): LockedRequest => ({
  id: newId(),
  reference: 'Q-7K4M-2P9X',
  kind: 'question',
  state: 'received',
  outcome: null,
  part: 'whole',
  memberId: null,
  memberNumber: null,
  identifier: 'kim@larkspur.example',
  proved: true,
  replyAddress: 'kim@home.example',
  locale: 'en',
  capacity: 'work',
  personPlace: null,
  askedAt: toDate(START),
  promisedOn: '2026-04-02',
  dueOn: '2026-04-02',
  dueAt: new Date('2026-04-02T23:59:59Z'),
  paused: false,
  toldStage: null,
  assigneeId: null,
  assigneeNumber: null,
  aboutMemberId: null,
  aboutContact: false,
  firstWrittenAt: null,
  closedAt: null,
  lastActivityAt: toDate(START),
  entries: 2,
  clocks: clocks('DE'),
  ...rest,
});

const later = START.add({ hours: 72 });

describe('a request after an act', () => {
  it('has the state of the act, its entries counted and its activity now', () => {
    const entries = [happened({ code: 'reopened' }, { kind: 'system' })];
    const { progress } = settle(request(), { state: 'in-progress', entries }, later);
    expect(progress).toMatchObject({ state: 'in-progress', entries: 3, lastActivityAt: toDate(later), dueOn: '2026-04-02', paused: false });
  });

  it('stands still when all of its clocks do, and keeps its day', () => {
    const one = request();
    const clockEvents = one.clocks.map(({ id }) => ({ clockId: id, event: { kind: 'paused', at: later, reason: 'identity' } as const }));
    expect(settle(one, { state: 'waiting-for-person', entries: [], clockEvents }, later).progress).toMatchObject({ paused: true, dueOn: '2026-04-02' });
  });

  it('is led by a clock that starts with it', () => {
    const [korean] = clocks('KR');
    if (korean === undefined) throw new Error('no clock');
    const { progress, deadline } = settle(request(), { state: 'in-progress', entries: [], clocks: [korean] }, later);
    expect(progress).toMatchObject({ dueOn: '2026-03-12', promisedOn: '2026-03-12' });
    expect(deadline.dueOn.toString()).toBe('2026-03-12');
  });

  it('is reminded of again where clocks that end later take over, as far as those dates lie ahead', () => {
    const korean = request({ clocks: clocks('KR'), toldStage: 'escalation' });
    const [first] = korean.clocks;
    const clockEvents = [{ clockId: first?.id ?? '', event: { kind: 'replaced', at: later } as const }];
    const told = (at: string) =>
      settle(korean, { state: 'in-progress', entries: [], clocks: clocks('DE'), clockEvents }, Temporal.Instant.from(at)).progress.toldStage;
    expect([told('2026-03-14T00:00:00Z'), told('2026-03-20T00:00:00Z'), told('2026-05-01T00:00:00Z')]).toEqual([null, 'half', 'escalation']);
    expect(settle(korean, { state: 'in-progress', entries: [] }, later).progress.toldStage).toBe('escalation');
  });

  it("keeps the platform's day for somebody unproved until the organization writes", () => {
    const unproved = request({ proved: false, promisedOn: '2026-03-31' });
    expect(settle(unproved, { state: 'in-progress', entries: [] }, later).progress.promisedOn).toBe('2026-03-31');
    expect(settle(unproved, { state: 'in-progress', entries: [], progress: { firstWrittenAt: toDate(later) } }, later).progress.promisedOn).toBe('2026-04-02');
  });

  it('forgets outcome and end when it is open again', () => {
    const answered = request({ state: 'answered', outcome: 'refused', closedAt: toDate(later) });
    expect(settle(answered, { state: 'answered', entries: [] }, later).progress).toMatchObject({ outcome: 'refused', closedAt: toDate(later) });
    expect(settle(answered, { state: 'in-progress', entries: [] }, later).progress).toMatchObject({ outcome: null, closedAt: null });
  });
});

describe('the clocks after an act', () => {
  it('are those before with what happened to each, and those that start', () => {
    const one = request();
    const [first] = one.clocks;
    const added = clocks('BR');
    const after = clocksAfter(one, { clocks: added, clockEvents: [{ clockId: first?.id ?? '', event: { kind: 'replaced', at: later } }] });
    expect(after.map(({ ruleId, events }) => `${ruleId} ${events.map(({ kind }) => kind).join()}`)).toEqual(['gdpr-12-3 replaced', 'br-lgpd-19 ']);
    expect(first?.events).toEqual([]);
  });
});

describe('the part of a request that changes', () => {
  it('leaves out who asks', () => {
    expect(Object.keys(progressOf(request()))).not.toEqual(expect.arrayContaining(['identifier']));
    expect(progressOf(request())).toMatchObject({ state: 'received', entries: 2 });
  });
});
