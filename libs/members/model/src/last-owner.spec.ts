import fc from 'fast-check';
import { refuseLosingOwner } from './last-owner';

describe('the last owner', () => {
  it.each([
    ['the only one', ['ana'], 'ana', true],
    ['the only one, listed twice', ['ana', 'ana'], 'ana', true],
    ['one of two', ['ana', 'ben'], 'ana', false],
    ['somebody who owns nothing', ['ana'], 'ben', false],
    ['somebody, where there is none', [], 'ben', false],
  ])('%s', (_situation, owners, losing, refused) => expect(refuseLosingOwner(owners, losing)?.code).toBe(refused ? 'member.last_owner' : undefined));

  it('remains, whatever sequence of losses is tried', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.uniqueArray(names, { minLength: 1 }), fc.array(names), (owners, losses) => {
        const left = losses.reduce<readonly string[]>(
          (now, losing) => (refuseLosingOwner(now, losing) === null ? now.filter((id) => id !== losing) : now),
          owners,
        );
        expect(left.length).toBeGreaterThan(0);
      }),
    );
  });
});
