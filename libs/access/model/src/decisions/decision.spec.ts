import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import { DECISION_STATES, inWhosePlace, mayDecide, obstacleTo, type RightToDecide, type ToDecide } from './decision';

const minute = (minutes: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000);

const ASKED: ToDecide = { state: 'requested', requestedAt: minute(100), lapsesAt: minute(820), concerned: ['requester', 'grantee'] };
const own = (memberId: string, since = 0): RightToDecide => ({ memberId, ofMemberId: memberId, since: minute(since) });

describe('what waits for a decision', () => {
  it.each<[string, Partial<ToDecide>, string, readonly RightToDecide[], number, ReturnType<typeof obstacleTo>]>([
    ['by another who held the right', {}, 'officer', [own('officer')], 200, null],
    ['by another who got the right that very moment', {}, 'officer', [own('officer', 100)], 200, null],
    ['by whoever asked', {}, 'requester', [own('requester')], 200, 'concerned'],
    ['by whoever gains', {}, 'grantee', [own('grantee')], 200, 'concerned'],
    ['by somebody without the right', {}, 'officer', [own('owner')], 200, 'no-right'],
    ['by somebody who got the right afterwards', {}, 'officer', [own('officer', 101)], 200, 'right-too-young'],
    ['in the last moment', {}, 'officer', [own('officer')], 819, null],
    ['when it has lapsed', {}, 'officer', [own('officer')], 820, 'lapsed'],
    ['when it was found to have lapsed', { state: 'lapsed' }, 'officer', [own('officer')], 200, 'lapsed'],
    ['a second time', { state: 'refused' }, 'officer', [own('officer')], 200, 'decided'],
    ['by whoever stands in for an officer', {}, 'deputy', [{ ...own('officer'), memberId: 'deputy' }], 200, null],
    ['by whoever stands in for the one who asks', {}, 'deputy', [{ ...own('requester'), memberId: 'deputy' }], 200, 'no-right'],
    ['by whoever asked, standing in for an officer', {}, 'requester', [{ ...own('officer'), memberId: 'requester' }], 200, 'concerned'],
    ['by one of two rights that is old enough', {}, 'officer', [own('officer', 150), { ...own('owner'), memberId: 'officer' }], 200, null],
  ])('is decided %s', (_, change, memberId, rights, at, expected) => {
    expect(obstacleTo({ ...ASKED, ...change }, memberId, rights, minute(at))).toBe(expected);
  });
});

describe('by whose right it is decided', () => {
  const inPlaceOf = (of: string, since = 0): RightToDecide => ({ ...own(of, since), memberId: 'officer' });

  it.each<[string, readonly RightToDecide[], string | null]>([
    ['one’s own, where it counts', [inPlaceOf('owner'), own('officer')], null],
    ['that of somebody for whom one stands in', [inPlaceOf('owner')], 'owner'],
    ['not one’s own that is too young', [own('officer', 101), inPlaceOf('owner')], 'owner'],
    ['not that of whoever asked', [inPlaceOf('requester'), inPlaceOf('owner')], 'owner'],
  ])('is %s', (_, rights, expected) => expect(inWhosePlace(ASKED, 'officer', rights)).toBe(expected));
});

const person = fc.constantFrom('a', 'b', 'c', 'd');
const when = fc.integer({ min: 0, max: 20 }).map(minute);
const asked: fc.Arbitrary<ToDecide> = fc.record({
  state: fc.constantFrom(...DECISION_STATES),
  requestedAt: when,
  lapsesAt: when,
  concerned: fc.array(person, { minLength: 1, maxLength: 3 }),
});
const right: fc.Arbitrary<RightToDecide> = fc.record({ memberId: person, ofMemberId: person, since: when });

describe('any decision', () => {
  it('is made by nobody concerned, by no right of theirs, in no other state, not after it lapsed, and not by a right that came later', () => {
    fc.assert(
      fc.property(asked, person, fc.array(right, { maxLength: 5 }), when, (thing, memberId, rights, at) => {
        if (!mayDecide(thing, memberId, rights, at)) return;
        expect(thing.state).toBe('requested');
        expect(thing.concerned).not.toContain(memberId);
        expect(Temporal.Instant.compare(at, thing.lapsesAt)).toBe(-1);
        const used = rights.filter((held) => held.memberId === memberId && !thing.concerned.includes(held.ofMemberId));
        expect(used.some(({ since }) => Temporal.Instant.compare(since, thing.requestedAt) <= 0)).toBe(true);
      }),
    );
  });

  it('stays open to whoever may decide when more rights are given to others', () => {
    fc.assert(
      fc.property(asked, person, fc.array(right), fc.array(right), when, (thing, memberId, rights, others, at) => {
        if (mayDecide(thing, memberId, rights, at)) expect(mayDecide(thing, memberId, [...rights, ...others], at)).toBe(true);
      }),
    );
  });

  it('never becomes possible by waiting', () => {
    fc.assert(
      fc.property(asked, person, fc.array(right), when, when, (thing, memberId, rights, one, other) => {
        const [sooner, later] = Temporal.Instant.compare(one, other) < 0 ? [one, other] : [other, one];
        if (mayDecide(thing, memberId, rights, later)) expect(mayDecide(thing, memberId, rights, sooner)).toBe(true);
      }),
    );
  });
});
