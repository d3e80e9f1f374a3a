import { TestBed } from '@angular/core/testing';
import { Drafts } from '../draft/draft';
import { ListTrail } from './list-trail';

const LIST = '/org/o1/inbox';

const trail = (search?: string): ListTrail => {
  const made = TestBed.inject(ListTrail);
  made.leave({ list: LIST, ids: ['a', 'b', 'c'], address: `${LIST}?state=all`, ...(search !== undefined && { search }) });
  return made;
};

describe('the way through a list', () => {
  beforeEach(() => sessionStorage.clear());

  it.each([
    ['b', 1, '/org/o1/inbox/c'],
    ['b', -1, '/org/o1/inbox/a'],
    ['c', 1, null],
    ['a', -1, null],
    ['elsewhere', 1, null],
  ] as const)('from %s by %d leads to %s', (id, steps, address) => {
    expect(trail().neighbour(LIST, id, steps)).toBe(address);
  });

  it('leads back to the list with its filters', () => {
    expect(trail().back(LIST)).toBe('/org/o1/inbox?state=all');
  });

  it('is known after a reload of the page', () => {
    trail();
    TestBed.resetTestingModule();
    const again = TestBed.inject(ListTrail);
    expect(again.neighbour(LIST, 'b', 1)).toBe('/org/o1/inbox/c');
    expect(again.back(LIST)).toBe('/org/o1/inbox?state=all');
  });

  it('keeps what was searched for while the page is open, and nowhere else', () => {
    expect(trail('Mira').search(LIST)).toBe('Mira');
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Mira');
    TestBed.resetTestingModule();
    expect(TestBed.inject(ListTrail).search(LIST)).toBeUndefined();
  });

  it('is nothing to whoever comes next, once somebody has signed out', () => {
    const left = trail('Mira');
    TestBed.inject(Drafts).forgetAll();
    expect([left.search(LIST), left.neighbour(LIST, 'b', 1), left.back(LIST)]).toEqual([undefined, null, LIST]);
  });

  it('leads to the plain list for those who came from elsewhere', () => {
    expect(TestBed.inject(ListTrail).back(LIST)).toBe(LIST);
    expect(TestBed.inject(ListTrail).neighbour(LIST, 'b', 1)).toBeNull();
  });

  it('knows nothing of another list', () => {
    const other = '/org/o2/inbox';
    expect(trail('Mira').neighbour(other, 'b', 1)).toBeNull();
    expect(trail('Mira').back(other)).toBe(other);
    expect(trail('Mira').search(other)).toBeUndefined();
  });
});
