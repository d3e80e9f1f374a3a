import { TestBed } from '@angular/core/testing';
import { InboxTrail } from './inbox-trail';

const trail = (): InboxTrail => {
  const made = TestBed.inject(InboxTrail);
  made.leave({ organizationId: 'o1', ids: ['a', 'b', 'c'], address: '/org/o1/inbox?state=all' });
  return made;
};

describe('the way through the inbox', () => {
  beforeEach(() => sessionStorage.clear());

  it.each([
    ['b', 1, '/org/o1/inbox/c'],
    ['b', -1, '/org/o1/inbox/a'],
    ['c', 1, null],
    ['a', -1, null],
    ['elsewhere', 1, null],
  ] as const)('from %s by %d leads to %s', (id, steps, address) => {
    expect(trail().neighbour('o1', id, steps)).toBe(address);
  });

  it('leads back to the list with its filters', () => {
    expect(trail().back('o1')).toBe('/org/o1/inbox?state=all');
  });

  it('is known after a reload of the page', () => {
    trail();
    TestBed.resetTestingModule();
    const again = TestBed.inject(InboxTrail);
    expect(again.neighbour('o1', 'b', 1)).toBe('/org/o1/inbox/c');
    expect(again.back('o1')).toBe('/org/o1/inbox?state=all');
  });

  it('leads to the plain inbox for those who came from elsewhere', () => {
    expect(TestBed.inject(InboxTrail).back('o1')).toBe('/org/o1/inbox');
    expect(TestBed.inject(InboxTrail).neighbour('o1', 'b', 1)).toBeNull();
  });

  it('knows nothing of another organization', () => {
    expect(trail().neighbour('o2', 'b', 1)).toBeNull();
    expect(trail().back('o2')).toBe('/org/o2/inbox');
  });
});
