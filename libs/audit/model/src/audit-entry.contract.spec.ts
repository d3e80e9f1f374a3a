import { type Actor, defineAbility, type Role, ROLES, systemActor } from '@smartpar/access/model';
import { auditEntryAccess } from './audit-entry.access';
import { auditEntryQuery } from './audit-entry.contract';

describe('asking for the log', () => {
  it.each<[string, object]>([
    ['nothing in particular', {}],
    ['an action', { action: 'privacy-request.answered' }],
    ['an actor', { actorId: '0193a5d0-7a3b-7c00-8000-000000000003' }],
    ['a kind of thing', { targetNoun: 'member' }],
    ['a thing', { targetNoun: 'member', targetId: 'x' }],
    ['a time', { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00+02:00' }],
  ])('may name %s', (_, query) => {
    expect(auditEntryQuery.parse(query)).toMatchObject({ size: 50, ...query });
  });

  it.each<[string, object, string]>([
    ['a thing of no kind', { targetId: 'x' }, 'targetNoun'],
    ['an end before the beginning', { from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' }, 'to'],
    ['no action', { action: 'Answered!' }, 'action'],
    ['no time', { from: 'yesterday' }, 'from'],
    ['a time nowhere', { to: '2026-03-01T00:00:00' }, 'to'],
    ['too many', { size: '1000' }, 'size'],
  ])('may not name %s', (_, query, field) => {
    const read = auditEntryQuery.safeParse(query);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('the log', () => {
  const readers = (actors: readonly Actor[]) => actors.filter((actor) => defineAbility(actor, [auditEntryAccess]).can('read', 'audit-entry'));
  const member = (role: Role): Actor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: [role], grants: [], oversight: false });

  it('is read by owners, privacy officers and auditors', () => {
    expect(readers(ROLES.map(member)).flatMap((actor) => ('roles' in actor ? actor.roles : []))).toEqual(['owner', 'privacy-officer', 'auditor']);
  });

  it('is read by nobody without a role, and by no process', () => {
    expect(readers([{ ...member('owner'), roles: [] } as Actor, systemActor('o', 'x'), { kind: 'person', organizationId: 'o', requestId: 'r' }])).toEqual([]); // as: a member with its roles taken
  });

  it('is changed by nobody', () => {
    expect(['create', 'update', 'delete'].filter((action) => defineAbility(member('owner'), [auditEntryAccess]).can(action, 'audit-entry'))).toEqual([]);
  });
});
