import { newId, Temporal } from '@smartpar/kernel';
import { type Collection, firstIdOf, SHIPPED_USAGE_RULES, USAGE_KINDS } from '@smartpar/members/model';
import fc from 'fast-check';
import { judgeEvents, type Judging } from './judge-events';

const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z');

const ways = (collection: Collection): Judging => ({
  rules: SHIPPED_USAGE_RULES,
  collections: { device: collection, 'sign-in': collection, diagnostic: collection },
  at: NOW,
});

/** An id of version 7 of a moment so many seconds from now. */
const idIn = (seconds: number): string => `${firstIdOf(NOW.add({ seconds })).slice(0, 13)}-7${newId().slice(15)}`;

const seconds = fc.integer({ min: -10_000_000, max: 1000 });
const member = fc.constantFrom({ externalId: 'e-1' }, { memberId: newId() }, {});
const event = fc.oneof(
  fc.record({ kind: fc.constant('sign-in'), member, address: fc.oneof(fc.ipV4(), fc.string()) }),
  fc.record({ kind: fc.constant('device'), member, deviceId: fc.string({ maxLength: 210 }), type: fc.constantFrom('phone', 'toaster') }),
  fc.record({ kind: fc.constant('diagnostic'), member, code: fc.constantFrom('app.crash', 'It crashed') }),
);
const sent = fc.array(
  fc.oneof(
    fc.anything(),
    fc.tuple(event, seconds).map(([one, at]) => ({ ...one, id: idIn(at) })),
  ),
  { maxLength: 40 },
);

describe('judging a batch', () => {
  it('loses nothing of it and counts nothing twice, whatever it holds', () => {
    fc.assert(
      fc.property(sent, fc.constantFrom<Collection>('collected', 'switched-off', 'no-agreement'), (events, collection) => {
        const { wanted, dropped, faulty } = judgeEvents(events, ways(collection));
        expect(wanted.length + faulty.length + dropped.reduce((sum, one) => sum + one.events, 0)).toBe(events.length);
        expect(collection === 'collected' ? dropped : wanted).toEqual([]);
        expect(faulty.map(({ index }) => index)).toEqual(faulty.map(({ index }) => index).toSorted((one, other) => one - other));
        for (const { field, message } of faulty) expect([(field ?? '').length < 200, message.length <= 200]).toEqual([true, true]);
      }),
    );
  });

  it('drops each kind by itself', () => {
    const events = USAGE_KINDS.map((kind) => ({
      ...{ id: idIn(-60), kind, member: { externalId: 'e-1' } },
      ...(kind === 'device' && { deviceId: 'd', type: 'phone' }),
      ...(kind === 'sign-in' && { address: '203.0.113.7' }),
      ...(kind === 'diagnostic' && { code: 'app.crash' }),
    }));
    const judging = { ...ways('collected'), collections: { device: 'switched-off', 'sign-in': 'collected', diagnostic: 'no-agreement' } } as const;
    const { wanted, dropped } = judgeEvents(events, judging);
    expect(wanted.map(({ kind }) => kind)).toEqual(['sign-in']);
    expect(dropped).toEqual([
      { kind: 'device', reason: 'switched-off', events: 1 },
      { kind: 'diagnostic', reason: 'no-agreement', events: 1 },
    ]);
  });
});
