import { referringFirst } from './remove-demo-data';

describe('the order in which tables are emptied', () => {
  it('puts what refers before what it refers to', () => {
    const order = referringFirst(['members', 'messages', 'requests', 'sites'], [
      { from: 'messages', to: 'requests' },
      { from: 'requests', to: 'members' },
      { from: 'members', to: 'sites' },
      { from: 'elsewhere', to: 'messages' },
    ]);
    expect(order).toEqual(['messages', 'requests', 'members', 'sites']);
  });

  it('says so when there is none', () => {
    expect(() =>
      referringFirst(['a', 'b'], [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ]),
    ).toThrow('a, b');
  });
});
