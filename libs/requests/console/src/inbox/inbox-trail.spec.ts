import { InboxTrail } from './inbox-trail';

const trail = (): InboxTrail => {
  const made = new InboxTrail();
  made.leave({ organizationId: 'o1', ids: ['a', 'b', 'c'], address: '/org/o1/inbox?state=all' });
  return made;
};

describe('the way through the inbox', () => {
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

  it('knows nothing of another organization', () => {
    expect(trail().neighbour('o2', 'b', 1)).toBeNull();
    expect(trail().back('o2')).toBe('/org/o2/inbox');
  });
});
