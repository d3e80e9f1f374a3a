import fc from 'fast-check';
import { createAbility, defineAbility, packRules, type Rule, subject, unpackRules } from './ability';
import type { MemberActor, Role } from './actor';
import { holds } from './role';
import type { AccessRules } from './rules';

const member = (roles: readonly Role[], memberId = 'm-1'): MemberActor => ({
  kind: 'member',
  accountId: 'a-1',
  organizationId: 'o-1',
  memberId,
  roles,
  grants: [],
  oversight: false,
});

const question: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member') return;
  allow('read', 'question', { askedBy: actor.memberId });
  if (holds(actor, 'privacy-officer')) allow(['read', 'answer'], 'question', { $or: [{ assignee: null }, { assignee: actor.memberId }] });
  if (holds(actor, 'auditor')) allow('read', 'question', ['reference', 'status']);
  forbid('answer', 'question', { aboutMember: actor.memberId });
  forbid('answer', 'question', { status: { $not: { $in: ['open', 'reopened'] } } });
};

const row = (facts: object) => subject('question', { askedBy: 'm-9', assignee: 'm-9', aboutMember: 'm-9', status: 'open', ...facts });

describe('an ability', () => {
  it.each<[string, readonly Role[], string, object, boolean]>([
    ['a member reads what they asked', [], 'read', { askedBy: 'm-1' }, true],
    ['a member reads nothing of others', [], 'read', {}, false],
    ['a member answers nothing', [], 'answer', { askedBy: 'm-1' }, false],
    ['an officer answers what nobody has taken', ['privacy-officer'], 'answer', { assignee: null }, true],
    ['an officer answers their own', ['privacy-officer'], 'answer', { assignee: 'm-1' }, true],
    ["an officer leaves others' alone", ['privacy-officer'], 'answer', { assignee: 'm-2' }, false],
    ['an officer answers no complaint about themselves', ['privacy-officer'], 'answer', { assignee: 'm-1', aboutMember: 'm-1' }, false],
    ['an officer answers nothing that is closed', ['privacy-officer'], 'answer', { assignee: 'm-1', status: 'closed' }, false],
    ['an officer answers what was reopened', ['privacy-officer'], 'answer', { assignee: 'm-1', status: 'reopened' }, true],
    ['a role nobody wrote about gives nothing', ['helpdesk'], 'answer', { assignee: null }, false],
  ])('%s', (_, roles, action, facts, expected) => {
    expect(defineAbility(member(roles), [question]).can(action, row(facts))).toBe(expected);
  });

  it('lets nobody do anything without rules', () => {
    expect(defineAbility(member(['owner']), []).can('read', row({ askedBy: 'm-1' }))).toBe(false);
  });

  it('holds for the named columns only', () => {
    const ability = defineAbility(member(['auditor']), [question]);
    expect([ability.can('read', row({}), 'status'), ability.can('read', row({}), 'text')]).toEqual([true, false]);
  });

  it('lets a later file beat an earlier one', () => {
    const closed: AccessRules = (_, { forbid }) => forbid('read', 'question');
    expect(defineAbility(member([]), [question, closed]).can('read', row({ askedBy: 'm-1' }))).toBe(false);
  });

  it('says nothing for actors a file does not know', () => {
    const person = { kind: 'person', organizationId: 'o-1', requestId: 'r-1' } as const;
    expect(defineAbility(person, [question]).rules).toEqual([]);
  });

  it('refuses a rule with an undefined value, which would match rows that lack the field', () => {
    const careless: AccessRules = (actor, { allow }) => allow('read', 'question', { $and: [{ askedBy: 'memberId' in actor ? undefined : 1 }] });
    expect(() => defineAbility(member([]), [careless])).toThrow(/"question".*"askedBy"/);
  });

  it.each<[string, object, object, boolean]>([
    ['$or, one holds', { $or: [{ a: 1 }, { b: 1 }] }, { a: 2, b: 1 }, true],
    ['$or, none holds', { $or: [{ a: 1 }, { b: 1 }] }, { a: 2, b: 2 }, false],
    ['$and, both hold', { $and: [{ a: 1 }, { b: 1 }] }, { a: 1, b: 1 }, true],
    ['$and, one fails', { $and: [{ a: 1 }, { b: 1 }] }, { a: 1, b: 2 }, false],
    ['$nor, none holds', { $nor: [{ a: 1 }, { b: 1 }] }, { a: 2, b: 2 }, true],
    ['$nor, one holds', { $nor: [{ a: 1 }, { b: 1 }] }, { a: 1, b: 2 }, false],
    ['$not', { a: { $not: { $gte: 3 } } }, { a: 2, b: 0 }, true],
    ['$not that fails', { a: { $not: { $gte: 3 } } }, { a: 3, b: 0 }, false],
    ['$in', { a: { $in: [1, 2] } }, { a: 2, b: 0 }, true],
    ['null is null', { a: null }, { a: null, b: 0 }, true],
    ['null is no number', { a: null }, { a: 0, b: 0 }, false],
  ])('understands %s', (_, where, facts, expected) => {
    const ability = createAbility([{ action: 'read', subject: 'thing', conditions: where }]);
    expect(ability.can('read', subject('thing', { ...facts }))).toBe(expected);
  });
});

const value = fc.constantFrom(null, 0, 1, 2, 'x');
const field = fc.constantFrom('a', 'b', 'c');
const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(field, value).map(([name, is]) => ({ [name]: is })),
    fc.tuple(field, fc.array(value, { minLength: 1, maxLength: 3 })).map(([name, among]) => ({ [name]: { $in: among } })),
    fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]) => ({ [operator]: parts })),
  ),
}));
const rule: fc.Arbitrary<Rule> = fc.record({
  action: fc.constantFrom('read', 'answer'),
  subject: fc.constant('thing'),
  inverted: fc.boolean(),
  conditions: condition,
});
const thing = fc.record({ a: value, b: value, c: value });

/** What a condition means, said once more as plainly as possible. */
function meets(where: object, facts: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(where).every(([key, wanted]: [string, unknown]) => {
    if (!Array.isArray(wanted)) return isAmong(wanted) ? wanted.$in.includes(facts[key]) : facts[key] === wanted;
    const held = wanted.map((part: object) => meets(part, facts));
    if (key === '$and') return held.every(Boolean);
    return key === '$or' ? held.some(Boolean) : !held.some(Boolean);
  });
}

const isAmong = (wanted: unknown): wanted is { $in: readonly unknown[] } => typeof wanted === 'object' && wanted !== null && '$in' in wanted;

describe('any ability', () => {
  it('decides by the last rule that matches, and no rule means no', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), thing, (rules, facts) => {
        const last = rules.filter(({ action, conditions }) => action === 'read' && meets(conditions ?? {}, facts)).at(-1);
        return createAbility(rules).can('read', subject('thing', { ...facts })) === (last !== undefined && last.inverted !== true);
      }),
    );
  });

  it('decides the same after the journey to the console', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), thing, fc.constantFrom('read', 'answer'), (rules, facts, action) => {
        const here = createAbility(rules);
        const packed: unknown = JSON.parse(JSON.stringify(packRules(here)));
        const there = unpackRules(packed as ReturnType<typeof packRules>); // as: what was packed a line above
        return here.can(action, subject('thing', { ...facts })) === there.can(action, subject('thing', { ...facts }));
      }),
    );
  });
});
