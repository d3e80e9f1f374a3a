import type { TableDeclaration } from '@smartpar/platform/database';
import { memberTrace } from './life/member-trace';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';
import { CreateMembers20261123001100 } from './migrations/20261123001100-create-members';
import { ListMembers20261126020000 } from './migrations/20261126020000-list-members';
import { CreateMemberInvitations20261126020100 } from './migrations/20261126020100-create-member-invitations';
import { KeepChangedAddresses20261126020200 } from './migrations/20261126020200-keep-changed-addresses';
import { OrderOpenInvitations20261126020300 } from './migrations/20261126020300-order-open-invitations';
import { IndexMemberFilters20261126020400 } from './migrations/20261126020400-index-member-filters';
import { CreateMemberImports20261126070000 } from './migrations/20261126070000-create-member-imports';
import { FindImportLinesOneWay20261126074500 } from './migrations/20261126074500-find-import-lines-one-way';
import { MatchAddresses20261126081500 } from './migrations/20261126081500-match-addresses';
import { AddWorkerTypes20261126132100 } from './migrations/20261126132100-add-worker-types';
import { CreateMemberGroups20261126131000 } from './migrations/20261126131000-create-member-groups';
import { OrderGroups20261126145000 } from './migrations/20261126145000-order-groups';
import { CreateDepartures20261126152020 } from './migrations/20261126152020-create-departures';
import { usageMigrations, usageTables } from './usage/usage-tables';
import { ExtendProfiles20261126150000 } from './migrations/20261126150000-extend-profiles';
import { CountFurtherValues20261126156000 } from './migrations/20261126156000-count-further-values';
import { NestGroups20261126155100 } from './migrations/20261126155100-nest-groups';
import { IndexFurtherAddresses20261126151100 } from './migrations/20261126151100-index-further-addresses';
import { ProvisionMembers20261126151000 } from './migrations/20261126151000-provision-members';
import { CreateProfileAttributes20261126150200 } from './migrations/20261126150200-create-profile-attributes';
import { KeepWithdrawnProposals20261126150300 } from './migrations/20261126150300-keep-withdrawn-proposals';

/** Migrations of members. */
export const membersMigrations = [
  CreateMembers20261123001100,
  ListMembers20261126020000,
  CreateMemberInvitations20261126020100,
  KeepChangedAddresses20261126020200,
  OrderOpenInvitations20261126020300,
  IndexMemberFilters20261126020400,
  CreateMemberImports20261126070000,
  FindImportLinesOneWay20261126074500,
  MatchAddresses20261126081500,
  AddWorkerTypes20261126132100,
  CreateMemberGroups20261126131000,
  OrderGroups20261126145000,
  CreateDepartures20261126152020,
  ...usageMigrations,
  ExtendProfiles20261126150000,
  CreateProfileAttributes20261126150200,
  KeepWithdrawnProposals20261126150300,
  ProvisionMembers20261126151000,
  IndexFurtherAddresses20261126151100,
  NestGroups20261126155100,
  CountFurtherValues20261126156000,
] as const;

/** Entities of members. */
export const membersEntities = [MemberEntity, MemberRoleEntity] as const;

/** Tables of members. */
export const membersTables: readonly TableDeclaration[] = [
  ...usageTables,
  {
    name: 'members',
    class: 'tenant',
    reason: 'The people of one organization.',
    member: [memberTrace, { column: 'manager_id', kind: 'profile', becomes: 'emptied', columns: { manager_id: null }, why: 'statistics' }],
  },
  {
    name: 'member_roles',
    class: 'tenant',
    reason: 'What roles they hold there.',
    member: [
      { column: 'member_id', kind: 'roles', becomes: 'erased' },
      { column: 'granted_by_member_id', kind: 'acts', becomes: 'kept', why: 'accountability', uncounted: true },
    ],
  },
  {
    name: 'departures',
    class: 'tenant',
    reason: 'Who left, until when they can come back, and how they reach what is kept about them.',
    member: [{ column: 'member_id', kind: 'departure', becomes: 'kept', why: 'way-back' }],
  },
  { name: 'life_rules', class: 'tenant', reason: 'How long one can come back to an organization, and when a member counts as dormant.' },
  {
    name: 'leaver_codes',
    class: 'global',
    reason: 'Finds the organization of a leaver’s code before any tenant is known; hashes and ids only, one at a time through a named function.',
  },
  { name: 'member_numbers', class: 'tenant', reason: 'The next number of one organization.' },
  {
    name: 'member_invitations',
    class: 'tenant',
    reason: 'What the link in a member’s invitation opens, and until when.',
    member: [{ column: 'member_id', kind: 'invitation', becomes: 'erased' }],
  },
  {
    name: 'member_field_sources',
    class: 'tenant',
    reason: 'Who put each value of a profile there, where it was not brought with the member.',
    member: [{ column: 'member_id', kind: 'profile', becomes: 'erased', uncounted: true }],
  },
  { name: 'profile_attributes', class: 'tenant', reason: 'What an organization keeps of its members beside what everybody has.' },
  {
    name: 'member_attribute_values',
    class: 'tenant',
    reason: 'What it keeps of whom.',
    member: [{ column: 'member_id', kind: 'attributes', becomes: 'erased' }],
  },
  {
    name: 'member_address_proposals',
    class: 'tenant',
    reason: 'Addresses of people’s own that have not said yes yet.',
    member: [{ column: 'member_id', kind: 'profile', becomes: 'erased', uncounted: true }],
  },
  { name: 'member_groups', class: 'tenant', reason: 'The groups an organization puts its members into.' },
  {
    name: 'grouped_members',
    class: 'tenant',
    reason: 'Which member is in which group.',
    member: [{ column: 'member_id', kind: 'groups', becomes: 'erased' }],
  },
  { name: 'group_lines', class: 'tenant', reason: 'Which groups stand above which, kept by the database.' },
  {
    name: 'group_places',
    class: 'tenant',
    reason: 'Who is in a group, also by one below it; kept by trigger, and what everything narrowed to a group reads.',
    member: [{ column: 'member_id', kind: 'groups', becomes: 'erased', uncounted: true }],
  },
  {
    name: 'member_imports',
    class: 'tenant',
    reason: 'Files of members an organization brings, and how far each got.',
    member: [{ column: 'member_id', kind: 'acts', becomes: 'kept', why: 'accountability' }],
  },
  { name: 'member_import_chunks', class: 'tenant', reason: 'Such a file as it arrived, until it is applied or cancelled.' },
  {
    name: 'member_import_lines',
    class: 'tenant',
    reason: 'What its lines say, until it is applied or cancelled.',
    member: [{ column: 'member_id', kind: 'imports', becomes: 'kept', why: 'file', uncounted: true }],
  },
  { name: 'member_import_addresses', class: 'tenant', reason: 'Which line has which address, so that nobody comes twice, until it is applied or cancelled.' },
  { name: 'member_import_faults', class: 'tenant', reason: 'What is wrong with which line and column, never what stands there.' },
  {
    name: 'member_import_report',
    class: 'tenant',
    reason: 'Which member each line became.',
    member: [{ column: 'member_id', kind: 'imports', becomes: 'kept', why: 'statistics', uncounted: true }],
  },
  { name: 'member_import_headings', class: 'tenant', reason: 'What an organization takes the headings of its files for.' },
  {
    name: 'member_addresses',
    class: 'global',
    reason: 'Read before any tenant is known, to find the organizations of an address; kept by trigger and reached by a named function, one address at a time.',
  },
  {
    name: 'provisioning_calls',
    class: 'tenant',
    reason: 'What an organization’s directory asked and what came of it, without any value.',
    member: [{ column: 'resource_id', kind: 'acts', becomes: 'kept', why: 'accountability', uncounted: true }],
  },
];
