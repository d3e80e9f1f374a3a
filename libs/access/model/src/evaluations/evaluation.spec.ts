import fc from 'fast-check';
import type { MemberActor } from '../actor';
import { asksForOnePerson, evaluationRolesOf, evaluationStateOn, mayEvaluate } from './evaluation';

const agreement = { title: 't', reference: 'r', concludedOn: '2026-03-01', validUntil: '2026-03-31' };

describe('evaluations of worker data', () => {
  it.each<[string, Parameters<typeof evaluationStateOn>[0], string, ReturnType<typeof evaluationStateOn>, boolean]>([
    ['nobody needs an agreement', { needed: false, agreement: null }, '2026-03-10', 'not-needed', true],
    ['nobody needs one and there is an old one', { needed: false, agreement }, '2027-01-01', 'not-needed', true],
    ['one is needed and there is none', { needed: true, agreement: null }, '2026-03-10', 'missing', false],
    ['it is the day before it counts', { needed: true, agreement }, '2026-02-28', 'not-yet', false],
    ['it is its first day', { needed: true, agreement }, '2026-03-01', 'agreed', true],
    ['it is its last day', { needed: true, agreement }, '2026-03-31', 'agreed', true],
    ['it is the day after', { needed: true, agreement }, '2026-04-01', 'expired', false],
    ['it has no end', { needed: true, agreement: { ...agreement, validUntil: null } }, '2999-01-01', 'agreed', true],
  ])('where %s', (_, rules, today, state, on) => {
    expect([evaluationStateOn(rules, today), mayEvaluate(evaluationStateOn(rules, today))]).toEqual([state, on]);
  });

  it('are on under a needed agreement on no day outside of it', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (concludedOn, validUntil, today) => {
        const on = mayEvaluate(evaluationStateOn({ needed: true, agreement: { ...agreement, concludedOn, validUntil } }, today));
        expect(on).toBe(Date.parse(concludedOn) <= Date.parse(today) && Date.parse(today) <= Date.parse(validUntil));
      }),
    );
  });
});

it.each<[string, Parameters<typeof asksForOnePerson>[0], boolean]>([
  ['nobody', {}, false],
  ['every member', { actorKind: 'member' }, false],
  ['one member', { actorKind: 'member', actorId: '0193a5d0-7a3b-7c00-8000-000000000003' }, true],
  ['one account', { actorKind: 'account', actorId: '0193a5d0-7a3b-7c00-8000-000000000003' }, true],
  ['whoever has this id', { actorId: '0193A5D0-7A3B-7C00-8000-000000000003' }, true],
  ['a process', { actorId: 'reminders' }, false],
  ['a process by name', { actorKind: 'system', actorId: 'reminders' }, false],
  ['whoever asked a question', { actorKind: 'person', actorId: '0193a5d0-7a3b-7c00-8000-000000000003' }, false],
])('asking the log for %s', (_, wish, expected) => {
  expect(asksForOnePerson(wish)).toBe(expected);
});

describe('as what somebody asks', () => {
  const actor: MemberActor = { kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: [], grants: [], oversight: false };
  const ofTheirOwn = { role: '0193a5d0-7a3b-7c00-8000-000000000003', abilities: ['audit-entry.read'], scope: { kind: 'all' } } as const;
  const atOneSite = { role: 'helpdesk', abilities: null, scope: { kind: 'site', id: 's' } } as const;

  it.each<[string, Partial<MemberActor>, readonly string[]]>([
    ['their roles', { roles: ['privacy-officer', 'owner'] }, ['owner', 'privacy-officer']],
    ['that they hold a role of the organization’s own, and not which', { held: [ofTheirOwn] }, ['custom-role']],
    ['a role for one site', { roles: ['owner'], held: [atOneSite] }, ['owner', 'helpdesk']],
    ['that they stand in for somebody, and not as what', { roles: ['auditor'], standsInAs: ['owner'] }, ['auditor', 'stand-in']],
    ['that they stand in for somebody with a role of the organization’s own', { standsInHeld: [ofTheirOwn] }, ['stand-in']],
  ])('is %s', (_, more, expected) => {
    expect(evaluationRolesOf({ ...actor, ...more })).toEqual(expected);
  });
});
