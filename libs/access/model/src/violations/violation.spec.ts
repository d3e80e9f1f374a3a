import fc from 'fast-check';
import { agreedOutcome, VIOLATION_OUTCOMES, VIOLATION_STATES, type ViolationOpinion, violationStateAt } from './violation';

const says = (byMemberId: string, outcome: ViolationOpinion['outcome']): ViolationOpinion => ({ byMemberId, outcome });

describe('a reported violation', () => {
  it.each([
    ['running', 99, 'running'],
    ['running', 100, 'lapsed'],
    ['confirmed', 500, 'confirmed'],
    ['lifted', 1, 'lifted'],
    ['lapsed', 1, 'lapsed'],
  ] as const)('kept as %s is at %d %s', (state, at, expected) => {
    expect(violationStateAt({ state, lapsesAt: 100 }, at)).toBe(expected);
  });

  it('keeps nobody away longer than it may without a decision, whatever is kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIOLATION_STATES), fc.nat(), fc.nat(), (state, lapsesAt, at) => {
        if (at >= lapsesAt && state !== 'confirmed') expect(violationStateAt({ state, lapsesAt }, at)).not.toBe('running');
      }),
    );
  });
});

describe('what opinions come to', () => {
  it.each<[string, readonly ViolationOpinion[], ReturnType<typeof agreedOutcome>]>([
    ['nothing without any', [], null],
    ['nothing by one person', [says('a', 'lift')], null],
    ['nothing by one person twice', [says('a', 'lift'), says('a', 'lift')], null],
    ['nothing where two disagree', [says('a', 'lift'), says('b', 'confirm')], null],
    ['what two say', [says('a', 'lift'), says('b', 'lift')], 'lift'],
    ['what two of three say', [says('a', 'lift'), says('b', 'confirm'), says('c', 'confirm')], 'confirm'],
  ])('is %s', (_, opinions, expected) => {
    expect(agreedOutcome(opinions)).toBe(expected);
  });

  it('is never what fewer than two people said, and stays what it is however many come after', () => {
    const opinion = fc.record({ byMemberId: fc.constantFrom('a', 'b', 'c', 'd'), outcome: fc.constantFrom(...VIOLATION_OUTCOMES) });
    fc.assert(
      fc.property(fc.array(opinion), fc.array(opinion), (opinions, later) => {
        const agreed = agreedOutcome(opinions);
        if (agreed === null) return;
        expect(new Set(opinions.filter(({ outcome }) => outcome === agreed).map(({ byMemberId }) => byMemberId)).size).toBeGreaterThanOrEqual(2);
        expect(agreedOutcome([...opinions, ...later])).toBe(agreed);
      }),
    );
  });
});
