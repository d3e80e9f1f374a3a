import fc from 'fast-check';
import { isId, Temporal } from '@smartpar/kernel';
import { entryId, firstIdOf } from './entry-id';

const moment = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

describe('the identifier of an entry', () => {
  it('sorts by the moment the entry tells of, whenever it was written', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [first, second] = [one, other].sort(Temporal.Instant.compare);
        if (first === undefined || second === undefined || first.equals(second)) return;
        expect(entryId(first) < firstIdOf(second)).toBe(true);
        expect(firstIdOf(first) < entryId(first)).toBe(true);
      }),
    );
  });

  it('sorts as entries were written within one moment, and repeats none', () => {
    const at = Temporal.Instant.from('2026-03-02T09:00:00Z');
    const ids = Array.from({ length: 1000 }, () => entryId(at));
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
    // the count may begin anew once in between
    expect(ids.filter((id, index) => index > 0 && id < (ids[index - 1] ?? '')).length).toBeLessThanOrEqual(1);
  });
});
