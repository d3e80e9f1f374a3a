import fc from 'fast-check';
import { defineAbility, subject } from '../ability';
import { type MemberActor, ORGANIZATION_ROLES, type Role } from '../actor';
import { holds } from '../role';
import type { AccessRules } from '../rules';
import { SCOPED_ABILITIES } from './held-role';
import type { AbilityName, HeldRole, RoleScope } from './role-holding';
import { abilitiesToPassOn, composableAbilities, KEPT_TO_BUILT_IN, namedAbilities, withWhatTheyNeed } from './named-ability';
import { mayPassOnRole } from './pass-on-role';
import { abilityNameOf, sentencesOf } from './sentence';

const actor = (roles: readonly Role[], ...held: readonly HeldRole[]): MemberActor => ({
  kind: 'member',
  accountId: 'a',
  organizationId: 'o',
  memberId: 'm-1',
  roles,
  grants: [],
  held,
  oversight: false,
});

const memberRules: AccessRules = (who, { allow, forbid }) => {
  if (who.kind !== 'member') return;
  allow('greet', 'member');
  if (holds(who, 'owner', 'user-administrator', 'auditor')) allow(['list', 'read'], 'member');
  if (holds(who, 'owner', 'user-administrator')) allow(['suspend', 'import'], 'member');
  if (!holds(who, 'owner')) forbid('suspend', 'member', { owner: true });
  if (holds(who, 'owner')) allow('see', 'member', ['user.name']);
};

const requestRules: AccessRules = (who, { allow, forbid }) => {
  if (who.kind !== 'member') return;
  allow('follow', 'request', { by: who.memberId });
  if (holds(who, 'helpdesk')) allow('answer', 'request', { assignee: who.memberId });
  if (!holds(who, 'owner', 'privacy-officer')) return;
  allow(['answer', 'close'], 'request');
  allow('withdraw', 'request', { asked: who.memberId });
  forbid(['answer', 'close'], 'request', { about: who.memberId });
};

const roleRules: AccessRules = (who, { allow }) => {
  if (holds(who, 'owner')) allow('compose', 'role');
};

const RULES = [memberRules, requestRules, roleRules];
const at = (role: string, scope: RoleScope, abilities: readonly AbilityName[] | null = null): HeldRole => ({ role, abilities, scope });
const ALL: RoleScope = { kind: 'all' };
const HARBOUR: RoleScope = { kind: 'site', id: 's-1' };
const NIGHT: RoleScope = { kind: 'group', id: 'g-1' };
const somebody = (facts: object = {}) => subject('member', { id: 'm-2', owner: false, siteId: 's-1', groupIds: [], ...facts });

describe('a built-in role at a site or for a group', () => {
  const may = (held: HeldRole, action: string, facts?: object) => defineAbility(actor([], held), RULES).can(action, somebody(facts));

  it.each<[string, RoleScope, string, object, boolean]>([
    ['lists those of the site', HARBOUR, 'list', {}, true],
    ['lists nobody of another site', HARBOUR, 'list', { siteId: 's-2' }, false],
    ['lists nobody without a site', HARBOUR, 'list', { siteId: null }, false],
    ['lists those of the group', NIGHT, 'list', { siteId: null, groupIds: ['g-9', 'g-1'] }, true],
    ['lists nobody of another group', NIGHT, 'list', { groupIds: ['g-9'] }, false],
    ['suspends there', HARBOUR, 'suspend', {}, true],
    ['suspends no owner there', HARBOUR, 'suspend', { owner: true }, false],
    ['imports nobody, since an import is of no one member', HARBOUR, 'import', {}, false],
  ])('%s', (_, scope, action, facts, expected) => {
    expect(may(at('user-administrator', scope), action, facts)).toBe(expected);
  });

  it('says nothing of what has neither site nor group', () => {
    const officer = defineAbility(actor([], at('privacy-officer', HARBOUR)), RULES);
    expect([officer.can('answer', 'request'), officer.can('close', 'request')]).toEqual([false, false]);
  });

  it('is never an owner’s, and never shows personal data', () => {
    const owner = defineAbility(actor([], at('owner', HARBOUR)), RULES);
    expect([owner.can('list', somebody()), owner.can('see', somebody(), 'user.name')]).toEqual([false, false]);
  });
});

describe('a custom role', () => {
  const custom = (scope: RoleScope, ...abilities: AbilityName[]) => defineAbility(actor([], at('r-1', scope, abilities)), RULES);

  it('permits what it names and nothing else', () => {
    const ability = custom(ALL, 'request.answer');
    expect([ability.can('answer', subject('request', { about: 'm-9' })), ability.can('close', 'request')]).toEqual([true, false]);
  });

  it('hears with each ability what forbids it, although no role is held', () => {
    expect(custom(ALL, 'request.answer').can('answer', subject('request', { about: 'm-1' }))).toBe(false);
    expect(custom(ALL, 'member.suspend').can('suspend', somebody({ owner: true }))).toBe(false);
  });

  it('carries the condition of an ability that has one for everybody', () => {
    const ability = custom(ALL, 'request.withdraw');
    expect([ability.can('withdraw', subject('request', { asked: 'm-1' })), ability.can('withdraw', subject('request', { asked: 'm-9' }))]).toEqual([
      true,
      false,
    ]);
  });

  it('never shows personal data, whatever it is called', () => {
    expect(custom(ALL, 'member.see', 'member.list').can('see', somebody(), 'user.name')).toBe(false);
  });

  it('permits nothing more once an ability is gone from the files', () => {
    expect(custom(ALL, 'request.burn').rules.filter(({ action }) => action === 'burn')).toEqual([]);
  });

  it('takes nothing from a role held for the whole organization', () => {
    const officer = defineAbility(actor(['privacy-officer'], at('r-1', HARBOUR, ['member.list'])), RULES);
    expect(officer.can('close', subject('request', { about: 'm-9' }))).toBe(true);
  });
});

describe('the named abilities', () => {
  it('are read off the access files: all that some role gives, nothing every member may, nothing of personal data', () => {
    expect(namedAbilities(RULES)).toEqual([
      'member.list',
      'member.read',
      'member.suspend',
      'member.import',
      'request.answer',
      'request.close',
      'request.withdraw',
      'role.compose',
    ]);
  });

  it('can all be put into a role but those that stay with built-in roles', () => {
    expect(namedAbilities(RULES).filter((name) => !composableAbilities(RULES).includes(name))).toEqual(['role.compose']);
  });

  it('come with what leads to them', () => {
    const names = withWhatTheyNeed(['member.suspend', 'privacy-request.list', 'request.close'], namedAbilities(RULES));
    expect(names).toEqual(['member.suspend', 'member.read', 'privacy-request.list', 'request.close']);
  });

  it.each<[string, MemberActor, readonly AbilityName[]]>([
    ['an owner', actor(['owner']), ['member.list', 'member.read', 'member.suspend', 'member.import', 'request.answer', 'request.close', 'request.withdraw']],
    ['an auditor', actor(['auditor']), ['member.list', 'member.read']],
    ['somebody who may do it for some only', actor(['helpdesk']), []],
    ['somebody who may do it at a site only', actor([], at('auditor', HARBOUR)), []],
    ['somebody with a custom role', actor([], at('r-1', ALL, ['request.close'])), ['request.close']],
  ])('are passed on by %s as far as they hold them for the whole organization', (_, who, expected) => {
    expect(abilitiesToPassOn(who, RULES)).toEqual(expected);
  });
});

const scope: fc.Arbitrary<RoleScope> = fc.constantFrom<RoleScope>(ALL, HARBOUR, NIGHT, { kind: 'site', id: 's-2' });
const held: fc.Arbitrary<HeldRole> = fc.oneof(
  fc.tuple(fc.constantFrom(...ORGANIZATION_ROLES), scope).map(([role, where]) => at(role, where)),
  fc.tuple(fc.constantFrom('r-1', 'r-2'), scope, fc.subarray([...namedAbilities(RULES)])).map(([role, where, names]) => at(role, where, names)),
);
const member = fc.record({ owner: fc.boolean(), siteId: fc.constantFrom('s-1', 's-2', null), groupIds: fc.subarray(['g-1', 'g-2']) });

describe('any further roles', () => {
  it('never let anybody do with a member what no role held there would', () => {
    const within = ({ kind, ...where }: RoleScope, { siteId, groupIds }: { siteId: string | null; groupIds: string[] }): boolean =>
      kind === 'all' || ('id' in where && (kind === 'site' ? siteId === where.id : groupIds.includes(String(where.id))));
    fc.assert(
      fc.property(fc.uniqueArray(held, { selector: ({ role, scope: where }) => `${role} ${JSON.stringify(where)}`, maxLength: 4 }), member, (roles, facts) => {
        const ability = defineAbility(actor([], ...roles), RULES);
        for (const action of ['list', 'suspend', 'import']) {
          if (!ability.can(action, somebody(facts))) continue;
          const reason = roles.some(({ role, abilities, scope: where }) => {
            if (!within(where, facts) || (where.kind !== 'all' && !SCOPED_ABILITIES.has(`member.${action}`))) return false;
            if (abilities !== null) return roles.some((one) => one.role === role && one.abilities?.includes(`member.${action}`));
            return role !== 'owner' && defineAbility(actor(ORGANIZATION_ROLES.filter((one) => one === role)), RULES).can(action, somebody(facts));
          });
          expect(reason).toBe(true);
        }
      }),
    );
  });

  it('pass on nothing they do not hold: whoever gets the role may do nothing its maker may not', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ORGANIZATION_ROLES]),
        fc.array(held, { maxLength: 2 }),
        fc.subarray([...namedAbilities(RULES)]),
        member,
        (roles, further, names, facts) => {
          const maker = actor(roles, ...further);
          const passed = abilitiesToPassOn(maker, RULES).filter((name) => names.includes(name));
          const taker = defineAbility(actor([], at('r-9', ALL, passed)), RULES);
          const makers = defineAbility(maker, RULES);
          for (const one of sentencesOf(actor(ORGANIZATION_ROLES), RULES)) {
            if (one.fields !== undefined) continue;
            const row = subject(one.noun, { ...facts, about: 'm-9', asked: 'm-1', by: 'm-9', assignee: 'm-9' });
            if (taker.can(one.action, row)) expect([abilityNameOf(one), makers.can(one.action, row)]).toEqual([abilityNameOf(one), true]);
          }
          expect(passed.filter((name) => KEPT_TO_BUILT_IN.includes(name))).toEqual([]);
        },
      ),
    );
  });

  it('are given on only as far as they reach: whoever gets one may do nothing with a member that its giver may not', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ORGANIZATION_ROLES]),
        fc.uniqueArray(held, { selector: ({ role }) => role, maxLength: 3 }),
        held,
        member,
        (roles, further, given, facts) => {
          const giver = actor(roles, ...further);
          // a role is the same for everybody who holds it
          const asHeld = further.find(({ role }) => role === given.role)?.abilities ?? given.abilities;
          if (!mayPassOnRole(giver, given.role, given.scope)) return;
          const taker = defineAbility(actor([], { ...given, abilities: asHeld }), RULES);
          const givers = defineAbility(giver, RULES);
          for (const action of ['list', 'read', 'suspend', 'import']) {
            if (taker.can(action, somebody(facts))) expect([action, givers.can(action, somebody(facts))]).toEqual([action, true]);
          }
        },
      ),
    );
  });
});
