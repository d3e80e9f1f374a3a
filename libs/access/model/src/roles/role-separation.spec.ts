import fc from 'fast-check';
import { conflictOf, NOTHING_APART, type RoleSeparation } from './role-separation';

const APART: RoleSeparation = { pairs: [['auditor', 'owner']], limits: [{ role: 'helpdesk', most: 2 }] };

it.each<[string, RoleSeparation, string, readonly string[], number, ReturnType<typeof conflictOf>]>([
  ['nothing is kept apart', NOTHING_APART, 'auditor', ['owner'], 99, null],
  ['the other of a pair is held', APART, 'auditor', ['owner'], 0, { kind: 'kept-apart', from: 'owner' }],
  ['the one of a pair is held', APART, 'owner', ['helpdesk', 'auditor'], 0, { kind: 'kept-apart', from: 'auditor' }],
  ['neither of a pair is held', APART, 'owner', ['helpdesk'], 0, null],
  ['fewer hold it than may', APART, 'helpdesk', [], 1, null],
  ['as many hold it as may', APART, 'helpdesk', [], 2, { kind: 'limit', most: 2 }],
  ['they hold it already, elsewhere', APART, 'helpdesk', ['helpdesk'], 2, null],
])('when %s', (_, separation, role, held, others, expected) => {
  expect(conflictOf(separation, role, held, others)).toEqual(expected);
});

it('whatever is given one after the other, nobody ever holds two roles that are kept apart, and never more hold a role than may', () => {
  const role = fc.constantFrom('a', 'b', 'c', 'd');
  const separation = fc.record({
    pairs: fc.array(
      fc.tuple(role, role).filter(([one, other]) => one !== other),
      { maxLength: 4 },
    ),
    limits: fc.uniqueArray(fc.record({ role, most: fc.integer({ min: 1, max: 3 }) }), { selector: (limit) => limit.role }),
  });
  fc.assert(
    fc.property(separation, fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', 's'), role), { maxLength: 20 }), (kept, gifts) => {
      const held = new Map<string, string[]>();
      for (const [person, given] of gifts) {
        const own = held.get(person) ?? [];
        const others = [...held].filter(([other, roles]) => other !== person && roles.includes(given)).length;
        if (conflictOf(kept, given, own, others) === null) held.set(person, [...new Set([...own, given])]);
      }
      for (const roles of held.values()) expect(kept.pairs.filter(([one, other]) => roles.includes(one) && roles.includes(other))).toEqual([]);
      for (const { role: limited, most } of kept.limits) expect([...held.values()].filter((roles) => roles.includes(limited)).length).toBeLessThanOrEqual(most);
    }),
  );
});
