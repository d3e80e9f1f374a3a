import fc from 'fast-check';
import { GRANT_MODES } from '../grant';
import { ORGANIZATION_PURPOSES } from '../purpose';
import { type Effect, leftOut, letsSeeMore, servedTo } from './widening';

const hidden: Effect = { mode: 'hidden', purposes: [] };
const onReveal: Effect = { mode: 'on-reveal', purposes: ['support'] };
const shown: Effect = { mode: 'shown', purposes: ['support'] };
const line = (effect: Effect) => ({ role: 'helpdesk', category: 'user.name', ...effect }) as const;

const effect = fc
  .tuple(fc.constantFrom(...GRANT_MODES), fc.subarray([...ORGANIZATION_PURPOSES], { minLength: 1 }))
  .map(([mode, purposes]): Effect => ({ mode, purposes: mode === 'hidden' ? [] : purposes }));

describe('seeing more', () => {
  it.each([
    [onReveal, hidden, true],
    [shown, onReveal, true],
    [{ ...onReveal, purposes: ['support', 'security'] } as const, onReveal, true],
    [{ mode: 'on-reveal', purposes: ['security'] } as const, shown, true],
    [hidden, shown, false],
    [onReveal, shown, false],
    [shown, shown, false],
  ])('%j instead of %j: %s', (to, from, more) => expect(letsSeeMore(to, from)).toBe(more));

  it('never goes both ways where nothing is new', () => fc.assert(fc.property(effect, (one) => !letsSeeMore(one, one))));

  it('is there in one direction at least between any two that differ', () =>
    fc.assert(
      fc.property(effect, effect, (one, other) => {
        const same = one.mode === other.mode && [...one.purposes].sort().join() === [...other.purposes].sort().join();
        return same || letsSeeMore(one, other) || letsSeeMore(other, one);
      }),
    ));
});

describe('whom a widening leaves out', () => {
  const step = (from: Effect, to: Effect, lone: Parameters<typeof leftOut>[0]['lone'] = null) => ({ from: line(from), to: line(to), lone });

  it('is whoever made it alone, for whom it stays as it was', () => {
    const lone = leftOut(step(hidden, onReveal), 'ann');
    expect(lone).toEqual({ by: 'ann', before: hidden });
    const kept = { ...line(onReveal), widenedBy: 'ann', before: hidden };
    expect([servedTo('ann', kept), servedTo('bob', kept)]).toEqual([line(hidden), line(onReveal)]);
  });

  it('is as before where the same person goes on widening', () => {
    expect(leftOut(step(onReveal, shown, { by: 'ann', before: hidden }), 'ann')).toEqual({ by: 'ann', before: hidden });
  });

  it('is the second one where two widen it after each other: the second has agreed to the first', () => {
    expect(leftOut(step(onReveal, shown, { by: 'ann', before: hidden }), 'bob')).toEqual({ by: 'bob', before: onReveal });
  });

  it('is nobody any more once it lets see nothing new', () => {
    expect(leftOut(step(shown, hidden, { by: 'ann', before: hidden }), 'bob')).toBeNull();
    expect(leftOut(step(shown, onReveal, { by: 'ann', before: hidden }), 'bob')).toEqual({ by: 'ann', before: hidden });
  });

  it('never sees more than before by what they do alone', () =>
    fc.assert(
      fc.property(effect, fc.array(effect, { maxLength: 6 }), (start, changes) => {
        let kept: Parameters<typeof leftOut>[0] = step(start, start);
        for (const to of changes) kept = { from: kept.to, to: line(to), lone: leftOut({ ...kept, from: kept.to, to: line(to) }, 'ann') };
        const served = servedTo('ann', { ...kept.to, widenedBy: kept.lone?.by ?? null, before: kept.lone?.before ?? null });
        return !letsSeeMore(served, start) && !letsSeeMore(served, kept.to);
      }),
    ));
});
