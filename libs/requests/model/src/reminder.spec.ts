import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import type { Deadline } from './deadline';
import { recipientsAt, REMINDER_STAGES, stagesToCome, type Told, toldBy } from './reminder';

const instant = (text: string) => Temporal.Instant.from(text);
const deadline: Deadline = {
  dueOn: Temporal.PlainDate.from('2026-04-02'),
  dueAt: instant('2026-04-02T21:59:59Z'),
  halfAt: instant('2026-03-18T00:00:00Z'),
  fourFifthsAt: instant('2026-03-27T00:00:00Z'),
  steps: [],
};
const stages = (now: string, done: Parameters<typeof stagesToCome>[2] = null) =>
  stagesToCome(deadline, instant(now), done).map(({ stage, at }) => `${stage} ${at.toString()}`);

describe('the stages to come', () => {
  it('are all of them at the start, the last one a day after the last day', () => {
    expect(stages('2026-03-02T09:00:00Z')).toEqual([
      'half 2026-03-18T00:00:00Z',
      'four-fifths 2026-03-27T00:00:00Z',
      'due 2026-04-02T21:59:59Z',
      'escalation 2026-04-03T21:59:59Z',
    ]);
  });

  it('never repeat what was told', () => {
    expect(stages('2026-03-20T09:00:00Z', 'half')).toEqual(['four-fifths 2026-03-27T00:00:00Z', 'due 2026-04-02T21:59:59Z', 'escalation 2026-04-03T21:59:59Z']);
    expect(stages('2026-05-01T09:00:00Z', 'escalation')).toEqual([]);
  });

  it('tell only the latest of what was passed over, at once', () => {
    expect(stages('2026-03-28T09:00:00Z')[0]).toBe('four-fifths 2026-03-28T09:00:00Z');
  });

  it('tell the owners before staff, also where both were passed over', () => {
    expect(stages('2026-05-01T09:00:00Z')).toEqual(['due 2026-05-01T09:00:00Z', 'escalation 2026-05-01T09:00:00Z']);
    expect(stages('2026-05-01T09:00:00Z', 'due')).toEqual(['escalation 2026-05-01T09:00:00Z']);
  });

  it('always end with the escalation, unless it was told', () => {
    const anyNow = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 8, 1) }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    fc.assert(
      fc.property(anyNow, fc.constantFrom(null, 'half', 'four-fifths', 'due'), (now, done) => {
        const planned = stagesToCome(deadline, now, done);
        expect(planned.at(-1)?.stage).toBe('escalation');
        expect(planned.every(({ at }) => Temporal.Instant.compare(at, now) >= 0)).toBe(true);
        expect(planned.map(({ stage }) => REMINDER_STAGES.indexOf(stage))).toEqual(planned.map((_, index) => REMINDER_STAGES.length - planned.length + index));
      }),
    );
  });
});

describe('what counts as told by other dates', () => {
  it.each([
    ['2026-03-17T09:00:00Z', 'escalation', null],
    ['2026-03-18T00:00:00Z', 'escalation', 'half'],
    ['2026-03-28T09:00:00Z', 'due', 'four-fifths'],
    ['2026-03-28T09:00:00Z', 'half', 'half'],
    ['2026-04-03T09:00:00Z', 'escalation', 'due'],
    ['2026-05-01T09:00:00Z', 'escalation', 'escalation'],
    ['2026-05-01T09:00:00Z', 'half', 'half'],
    ['2026-05-01T09:00:00Z', null, null],
  ] as const)('at %s, of %j, is %j', (now, done, expected) => {
    expect(toldBy(deadline, instant(now), done)).toBe(expected);
  });

  it('leaves nothing out that lies ahead, and repeats nothing that has come', () => {
    const anyNow = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 8, 1) }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    fc.assert(
      fc.property(anyNow, fc.constantFrom(...REMINDER_STAGES), (now, done) => {
        const kept = toldBy(deadline, now, done);
        const before = stagesToCome(deadline, now, null).filter(({ at }) => Temporal.Instant.compare(at, now) > 0);
        expect(stagesToCome(deadline, now, kept).map(({ stage }) => stage)).toEqual(expect.arrayContaining(before.map(({ stage }) => stage)));
        if (kept !== null) expect(stagesToCome(deadline, now, kept).map(({ stage }) => stage)).not.toContain(kept);
      }),
    );
  });
});

const who = (name: string) => ({ memberId: name, email: `${name}@example.test` });
const told = (rest: Partial<Told<ReturnType<typeof who>>> = {}): Told<ReturnType<typeof who>> => ({
  assignee: null,
  answerers: [who('officer'), who('owner')],
  contact: who('officer'),
  substitute: who('deputy'),
  owners: [who('owner')],
  concerned: null,
  ...rest,
});
const names = (stage: Parameters<typeof recipientsAt>[0], rest?: Partial<Told<ReturnType<typeof who>>>) =>
  recipientsAt(stage, told(rest)).map(({ memberId }) => memberId);

describe('who is told', () => {
  it.each([
    ['arrival', {}, ['officer', 'owner']],
    ['arrival', { answerers: [], contact: null }, ['deputy', 'owner']],
    ['half', {}, ['officer', 'owner', 'deputy']],
    ['half', { assignee: who('helper') }, ['helper', 'deputy']],
    ['four-fifths', { assignee: who('helper') }, ['helper', 'deputy']],
    ['due', { assignee: who('helper') }, ['helper', 'deputy', 'owner']],
    ['half', { answerers: [], contact: null, substitute: null }, ['owner']],
    ['due', { answerers: [], contact: null, substitute: null, owners: [] }, []],
  ] as const)('at %s with %j is %j', (stage, rest, expected) => {
    expect(names(stage, rest)).toEqual(expected);
  });

  it('takes the request out of the hands of an assignee it turns out to be about', () => {
    expect(names('half', { assignee: who('helper'), concerned: who('helper') })).toEqual(['officer', 'owner', 'deputy']);
  });

  it('is never the member it is about, in any place and under any entry with their address', () => {
    const anyone = fc.constantFrom(who('a'), who('b'), who('c'), { memberId: 'd', email: 'A@example.test' });
    fc.assert(
      fc.property(
        fc.constantFrom('arrival', 'half', 'four-fifths', 'due'),
        fc.option(anyone),
        fc.array(anyone),
        fc.option(anyone),
        fc.option(anyone),
        fc.array(anyone),
        (stage, assignee, answerers, contact, substitute, owners) => {
          const concerned = who('a');
          const list = recipientsAt(stage, { assignee, answerers, contact, substitute, owners, concerned });
          expect(list.filter(({ memberId, email }) => memberId === 'a' || email.toLowerCase() === 'a@example.test')).toEqual([]);
          expect(new Set(list.map(({ email }) => email.toLowerCase())).size).toBe(list.length);
        },
      ),
    );
  });
});
