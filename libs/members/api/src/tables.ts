import type { TableDeclaration } from '@smartpar/platform/database';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';
import { CreateMembers20261123001100 } from './migrations/20261123001100-create-members';
import { ListMembers20261126020000 } from './migrations/20261126020000-list-members';
import { CreateMemberInvitations20261126020100 } from './migrations/20261126020100-create-member-invitations';
import { KeepChangedAddresses20261126020200 } from './migrations/20261126020200-keep-changed-addresses';
import { OrderOpenInvitations20261126020300 } from './migrations/20261126020300-order-open-invitations';
import { IndexMemberFilters20261126020400 } from './migrations/20261126020400-index-member-filters';

/** Migrations of members. */
export const membersMigrations = [
  CreateMembers20261123001100,
  ListMembers20261126020000,
  CreateMemberInvitations20261126020100,
  KeepChangedAddresses20261126020200,
  OrderOpenInvitations20261126020300,
  IndexMemberFilters20261126020400,
] as const;

/** Entities of members. */
export const membersEntities = [MemberEntity, MemberRoleEntity] as const;

/** Tables of members. */
export const membersTables: readonly TableDeclaration[] = [
  { name: 'members', class: 'tenant', reason: 'The people of one organization.' },
  { name: 'member_roles', class: 'tenant', reason: 'What roles they hold there.' },
  { name: 'member_numbers', class: 'tenant', reason: 'The next number of one organization.' },
  { name: 'member_invitations', class: 'tenant', reason: 'What the link in a member’s invitation opens, and until when.' },
  {
    name: 'member_addresses',
    class: 'global',
    reason: 'Read before any tenant is known, to find the organizations of an address; kept by trigger and reached by a named function, one address at a time.',
  },
];
