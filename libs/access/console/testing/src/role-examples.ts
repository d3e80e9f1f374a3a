import type { RoleList } from '@smartpar/access/model';

/** The roles of an organization as an owner reads them; say what differs. */
export const roleList = (facts: Partial<RoleList> = {}): RoleList => ({
  builtIn: [
    { role: 'owner', abilities: ['member.list', 'role.compose'], holders: 1 },
    { role: 'helpdesk', abilities: ['member.find'], holders: 2 },
  ],
  custom: [
    {
      id: 'role-1',
      name: 'Night watch',
      sentence: 'Looks after the night shift.',
      abilities: ['member.list', 'group.read'],
      holders: 1,
      version: 3,
      changedAt: '2026-03-02T09:00:00Z',
    },
  ],
  abilities: [
    { name: 'member.list', mayPassOn: true, scoped: true },
    { name: 'member.invite', mayPassOn: true, scoped: false },
    { name: 'group.read', mayPassOn: true, scoped: false },
    { name: 'audit-entry.read', mayPassOn: false, scoped: false },
  ],
  ...facts,
});
