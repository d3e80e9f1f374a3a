import { Act } from './act';

describe('an act', () => {
  it('keeps its key for as long as it says the same', () => {
    const act = new Act();
    expect(act.keyFor(['POST', '/x', { a: 1 }])).toBe(act.keyFor(['POST', '/x', { a: 1 }]));
  });

  it('is another one once it says something else', () => {
    const act = new Act();
    const first = act.keyFor(['POST', '/x', { a: 1 }]);
    expect(act.keyFor(['POST', '/x', { a: 2 }])).not.toBe(first);
    expect(act.keyFor(['POST', '/y', { a: 2 }])).not.toBe(first);
  });

  it('is another one once it has been done, even if it says the same', () => {
    const act = new Act();
    const first = act.keyFor(['POST', '/x']);
    act.done();
    expect(act.keyFor(['POST', '/x'])).not.toBe(first);
  });
});
