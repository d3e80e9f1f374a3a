import { newId, Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { deadlineOf, isLive, isOpen, leadingClock, openPause, REQUEST_KINDS, REQUEST_OUTCOMES, type RequestKind } from '@smartpar/requests/model';
import fc from 'fast-check';
import type { Decide, Deed, Desk } from '../deed';
import type { Administrator } from '../ports/administrators';
import { type Answerer, Answerers, type MemberFacts } from '../ports/answerers';
import type { EntryAuthor } from '../request-entry';
import type { LockedRequest } from '../request.repository';
import { clocksAfter, settle, toDate } from '../settle';
import { append } from './append';
import { assign, mayBeAsked } from './assign';
import { classify } from './classify';
import { clocksFor } from './clock-deeds';
import { close, reopen, stopWaiting } from './end';
import { addNote, askBack, reply } from './messages';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');
const MEMBER: EntryAuthor = { kind: 'member', memberId: 'officer', line: 'Dana Reyes' };
const PERSON: EntryAuthor = { kind: 'person' };

const administrator = (country: string, subdivision: string | null = null): Administrator => ({
  organizationId: newId(),
  name: 'Larkspur',
  kind: 'tenant',
  country,
  subdivision,
  timeZone: 'UTC',
  defaultLocale: 'en',
  contact: null,
  substitute: null,
});

const member = (memberId: string, rest: Partial<MemberFacts> = {}): MemberFacts => ({
  memberId,
  number: 7,
  name: 'Robin Vale',
  email: 'robin@works.example',
  locale: 'en',
  roles: ['helpdesk'],
  active: true,
  place: null,
  ...rest,
});

class EverybodyIsThere extends Answerers {
  override find(_: TenantTransaction, ids: readonly string[]): Promise<readonly MemberFacts[]> {
    return Promise.resolve(ids.filter((id) => id !== 'nobody').map((id) => member(id)));
  }
  override holderOf(): Promise<MemberFacts | null> {
    return Promise.resolve(null);
  }
  override answering(): Promise<readonly Answerer[]> {
    return Promise.resolve(['m1', 'helper', 'asker', 'concerned'].map((id) => ({ ...member(id), opensAll: false })));
  }
  override holding(): Promise<readonly MemberFacts[]> {
    return Promise.resolve([]);
  }
}

const answerers = new EverybodyIsThere();

/** A request on a desk without a database: what deeds decide is applied to it as the real desk would keep it. */
class Bench {
  request: LockedRequest;
  at = START;
  readonly deeds: Deed[] = [];

  constructor(
    private readonly administrator: Administrator,
    rest: Partial<LockedRequest> = {},
  ) {
    const clocks = clocksFor(administrator, { kind: 'question', capacity: 'work', personPlace: null }, START).map((clock) => ({ ...clock, events: [] }));
    const { deadline } = leadingClock(clocks);
    this.request = {
      ...{ id: newId(), reference: 'Q-7K4M-2P9X', kind: 'question', state: 'received', outcome: null, part: 'whole', memberId: null, memberNumber: null },
      ...{ identifier: 'kim@works.example', proved: true, replyAddress: 'kim@home.example', locale: 'en', capacity: 'work', personPlace: null },
      ...{ askedAt: toDate(START), promisedOn: deadline.dueOn.toString(), dueOn: deadline.dueOn.toString(), dueAt: toDate(deadline.dueAt), paused: false },
      ...{ toldStage: null, assigneeId: null, assigneeNumber: null, aboutMemberId: null, aboutContact: false, firstWrittenAt: null, closedAt: null },
      ...{ lastActivityAt: toDate(START), entries: 2, clocks },
      ...rest,
    };
  }

  async does(decide: Decide, author: EntryAuthor = MEMBER): Promise<Deed> {
    // as: deeds ask their transaction for no more than this
    const tx = {
      organizationId: 'organization',
      at: this.at,
      actor: { kind: 'system' },
      query: () => Promise.resolve([{ count: 0 }]),
    } as unknown as TenantTransaction;
    const desk: Desk = { tx, at: this.at, request: this.request, administrator: this.administrator, author, entryId: newId() };
    const deed = await decide(desk);
    this.deeds.push(deed);
    this.request = { ...this.request, ...settle(this.request, deed, this.at).progress, clocks: clocksAfter(this.request, deed) };
    return deed;
  }
}

const TYPED = 'Something only those who answer may read';
const ACTS: Readonly<Record<string, (bench: Bench, kind: RequestKind) => Promise<Deed>>> = {
  note: (bench) => bench.does(addNote(TYPED)),
  reply: (bench) => bench.does(reply(TYPED)),
  askBack: (bench) => bench.does(askBack(TYPED, null)),
  pause: (bench) => bench.does(askBack(TYPED, 'identity')),
  clarify: (bench) => bench.does(askBack(TYPED, 'clarification')),
  resume: (bench) => bench.does(stopWaiting()),
  close: (bench) => bench.does(close(TYPED, 'fulfilled')),
  reopen: (bench) => bench.does(reopen(TYPED)),
  classify: (bench, kind) => bench.does(classify({ kind }, answerers)),
  assign: (bench) => bench.does(assign('helper', answerers)),
  giveBack: (bench) => bench.does(assign(null, answerers)),
  personWrites: (bench) => bench.does(append(TYPED), PERSON),
};

const anyActs = fc.array(
  fc.record({ act: fc.constantFrom(...Object.keys(ACTS)), kind: fc.constantFrom(...REQUEST_KINDS), hours: fc.integer({ min: 0, max: 24 * 20 }) }),
  { maxLength: 14 },
);
const anywhere = fc.constantFrom(administrator('DE', 'DE-BY'), administrator('GB'), administrator('US', 'US-CA'), administrator('BR'), administrator('AU'));

/** Whatever is done, in any order; what the state does not allow is refused and changes nothing. */
async function run(
  where: Administrator,
  acts: readonly { act: string; kind: RequestKind; hours: number }[],
  check: (before: LockedRequest, bench: Bench) => void,
): Promise<void> {
  const bench = new Bench(where);
  for (const { act, kind, hours } of acts) {
    bench.at = bench.at.add({ hours });
    const before = bench.request;
    await ACTS[act]?.(bench, kind).catch((error: unknown) => {
      expect(error).toMatchObject({ code: expect.stringMatching(/^request\./) });
      expect(bench.request).toBe(before);
    });
    check(before, bench);
  }
}

const always = (check: (before: LockedRequest, bench: Bench) => void) =>
  fc.assert(
    fc.asyncProperty(anywhere, anyActs, (where, acts) => run(where, acts, check)),
    { numRuns: 150 },
  );

describe('whatever is done to a request, in any order', () => {
  it('it has a clock, and an open one has one that asks for an answer', () =>
    always((_, { request }) => {
      expect(request.clocks.length).toBeGreaterThan(0);
      expect(request.clocks.some(isLive)).toBe(isOpen(request.state));
    }));

  it('its date is that of the leading clock, and never before the start of that clock', () =>
    always((_, { request }) => {
      const { clock, deadline, paused } = leadingClock(request.clocks);
      expect([request.dueOn, request.paused]).toEqual([deadline.dueOn.toString(), paused]);
      expect(Temporal.Instant.compare(deadline.dueAt, clock.startedAt)).toBeGreaterThan(0);
    }));

  it('it stands still only while it waits for the person, and then all of its clocks do', () =>
    always((_, { request }) => {
      const live = request.clocks.filter(isLive);
      expect(request.paused).toBe(live.length > 0 && live.every((clock) => openPause(clock) !== null));
      if (request.paused) expect(request.state).toBe('waiting-for-person');
    }));

  it('it is closed by an answer to the person and by nothing else', () =>
    always((before, { request, deeds }) => {
      expect([request.outcome !== null, request.closedAt !== null]).toEqual([!isOpen(request.state), !isOpen(request.state)]);
      if (isOpen(before.state) && !isOpen(request.state)) expect(deeds.at(-1)?.entries.map(({ kind }) => kind)).toContain('answer');
    }));

  it('the record of a clock never changes, and what happened to it only grows', () =>
    always((before, { request }) => {
      for (const [index, old] of before.clocks.entries()) {
        const now = request.clocks[index];
        expect({ ...now, events: [] }).toEqual({ ...old, events: [] });
        expect(now?.events.slice(0, old.events.length)).toEqual(old.events);
      }
    }));

  it('a clock in force counts from when the person first asked, or asked again after an answer', () =>
    always((_, { request }) => {
      const { clock } = leadingClock(request.clocks);
      if (!clock.startedAt.equals(START)) expect(request.clocks.some(({ events }) => events.at(-1)?.kind === 'answered')).toBe(true);
      expect(Temporal.Instant.compare(deadlineOf(clock).dueAt, clock.deadline.dueAt)).toBeGreaterThanOrEqual(0);
    }));

  it('the log is told codes, ids and hashes, and nothing that was typed', () =>
    always((_, { deeds }) => {
      const told = JSON.stringify(deeds.map(({ audit }) => audit));
      expect(told).not.toContain('Something');
      expect(told).not.toContain('kim@');
    }));

  it('the person is mailed about what is for them, and about nothing else', () =>
    always((_, { deeds }) => {
      for (const { entries, mail } of deeds) expect(mail !== undefined).toBe(entries.some(({ kind }) => ['reply', 'question-back', 'answer'].includes(kind)));
    }));
});

describe('assigning', () => {
  it.each([
    [member('helper'), true],
    [member('concerned'), false],
    [member('asker'), false],
  ])('to %j is possible: %s', (who, possible) => {
    expect(mayBeAsked(who, { aboutMemberId: 'concerned', memberId: 'asker' })).toBe(possible);
  });

  it('to nobody known is refused', async () => {
    await expect(new Bench(administrator('DE')).does(assign('nobody', answerers))).rejects.toMatchObject({ code: 'request.not_assignable' });
  });
});

describe('what the person appends', () => {
  it('ends where the conversation has become too long', async () => {
    const bench = new Bench(administrator('DE'), { entries: 500 });
    await expect(ACTS['personWrites']?.(bench, 'question')).rejects.toMatchObject({ code: 'request.full' });
    for (const outcome of REQUEST_OUTCOMES) await expect(bench.does(close('Enough.', outcome)).catch(() => 'refused')).resolves.toBeDefined();
    expect(bench.request.state).toBe('answered');
  });

  it('begins the reminders anew when it opens the request again', async () => {
    const bench = new Bench(administrator('DE'), { toldStage: 'due' });
    await bench.does(close('Done.', 'fulfilled'));
    expect(bench.request.toldStage).toBe('due');
    await bench.does(append('No.'), PERSON);
    expect(bench.request).toMatchObject({ toldStage: null, state: 'in-progress', firstWrittenAt: toDate(START) });
  });
});

describe('naming whom it is about', () => {
  it('takes it from them where it was theirs to answer, and no further', async () => {
    const bench = new Bench(administrator('DE'), { assigneeId: 'helper', assigneeNumber: 7, aboutContact: true });
    await bench.does(classify({ kind: 'complaint', aboutMemberId: 'another' }, answerers));
    expect(bench.request).toMatchObject({ aboutMemberId: 'another', assigneeId: 'helper', aboutContact: true });
    await bench.does(classify({ kind: 'complaint', aboutMemberId: 'helper' }, answerers));
    expect(bench.request).toMatchObject({ aboutMemberId: 'helper', assigneeId: null, assigneeNumber: null });
    await bench.does(classify({ kind: 'complaint', aboutMemberId: null }, answerers));
    expect(bench.request).toMatchObject({ aboutMemberId: null, aboutContact: false });
  });

  it('leaves it as it was where nothing is said of it', async () => {
    const bench = new Bench(administrator('DE'), { aboutMemberId: 'someone' });
    const { entries } = await bench.does(classify({ kind: 'erasure' }, answerers));
    expect(entries.map(({ event }) => event?.code)).toEqual(['classified']);
    expect(bench.request.aboutMemberId).toBe('someone');
  });
});
