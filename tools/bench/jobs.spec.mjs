import { rowOf } from './jobs.mjs';

const job = { name: 'an import', least: 0.25, megabytes: 400 };

describe('a job beside its floor', () => {
  it('is judged by the median of its turns, and by the most memory of any', () => {
    const turns = [
      { ours: 300, floor: 1000, peak: 200 },
      { ours: 260, floor: 1000, peak: 390 },
      { ours: 100, floor: 1000, peak: 210 },
    ];
    expect(rowOf(job, turns)).toEqual({ name: 'an import', held: true, cells: ['an import', '260', '1,000', '0.26', '0.25', '390', '400', 'held'] });
  });

  it('does not hold where it is too slow or too large', () => {
    const { held, cells } = rowOf(job, [{ ours: 200, floor: 1000, peak: 401 }]);
    expect([held, cells.at(-1)]).toEqual([false, 'under 0.25, over 400 MB']);
  });

  it('holds where the machine tells nothing of memory', () => {
    expect(rowOf(job, [{ ours: 300, floor: 1000, peak: Number.NaN }])).toMatchObject({ held: true });
  });
});
