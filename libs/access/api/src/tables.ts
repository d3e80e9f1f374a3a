import type { TableDeclaration } from '@smartpar/platform/database';
import { roleMigrations, roleTables } from './roles/tables';
import { evaluationMigrations, evaluationTables } from './evaluations/tables';
import { grantMigrations, grantTables } from './grants/tables';
import { breakGlassMigrations, breakGlassTables } from './break-glass/tables';
import { extractMigrations, extractTables } from './extracts/tables';
import { infrastructureMigrations, infrastructureTables } from './infrastructure/tables';
import { lockboxMigrations, lockboxTables } from './lockbox/tables';
import { CreateStandingGrants20261126001000 } from './migrations/20261126001000-create-standing-grants';
import { CreateReveals20261126101000 } from './migrations/20261126101000-create-reveals';
import { HoldBackWidenings20261126143300 } from './migrations/20261126143300-hold-back-widenings';
import { LetSignaturesLoseNames20261126152000 } from './migrations/20261126152000-let-signatures-lose-names';
import { KnowFurtherCategories20261126150100 } from './migrations/20261126150100-know-further-categories';
import { CreateUndertakings20261126132000 } from './migrations/20261126132000-create-undertakings';
import { ledgerMigrations, ledgerTables } from './ledger/tables';
import { reviewMigrations, reviewTables } from './reviews/tables';
import { violationMigrations, violationTables } from './violations/tables';

/** Migrations of access. */
export const accessMigrations = [
  ...violationMigrations,
  ...ledgerMigrations,
  CreateStandingGrants20261126001000,
  CreateReveals20261126101000,
  CreateUndertakings20261126132000,
  HoldBackWidenings20261126143300,
  LetSignaturesLoseNames20261126152000,
  KnowFurtherCategories20261126150100,
  ...grantMigrations,
  ...lockboxMigrations,
  ...breakGlassMigrations,
  ...infrastructureMigrations,
  ...roleMigrations,
  ...reviewMigrations,
  ...extractMigrations,
  ...evaluationMigrations,
] as const;

/** Tables of access. */
export const accessTables: readonly TableDeclaration[] = [
  ...grantTables,
  ...violationTables,
  ...ledgerTables,
  { name: 'standing_grants', class: 'tenant', reason: 'What an organization changed about who may see which personal data of its members.' },
  { name: 'standing_grant_versions', class: 'tenant', reason: 'How often an organization changed that, so that no change overwrites another.' },
  {
    name: 'standing_grant_widenings',
    class: 'tenant',
    reason: 'What a role is to see more by the word of somebody who holds it, and who agreed.',
    member: [
      { column: 'requested_by', kind: 'acts', becomes: 'kept', why: 'accountability' },
      { column: 'decided_by', kind: 'acts', becomes: 'kept', why: 'accountability', uncounted: true },
    ],
  },
  {
    name: 'reveals',
    class: 'tenant',
    reason: 'Every look at masked data of a member: who, when, what, why.',
    appendOnly: true,
    member: [
      { column: 'member_id', kind: 'looks', becomes: 'kept', why: 'accountability' },
      { column: 'by_member_id', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
  {
    name: 'counted_reads',
    class: 'tenant',
    reason: 'How often machines read a member or a list of members, by day.',
    member: [{ column: 'member_id', kind: 'looks', becomes: 'kept', why: 'statistics' }],
  },
  { name: 'undertaking_versions', class: 'tenant', reason: 'What an organization has people promise before they look at others’ data.', appendOnly: true },
  {
    name: 'undertaking_signatures',
    class: 'tenant',
    reason: 'Who promised it, when, and which words.',
    appendOnly: true,
    member: [{ column: 'member_id', kind: 'signatures', becomes: 'emptied', columns: { name: '' }, through: 'unname_signatures', why: 'proof' }],
  },
  { name: 'infrastructure_accesses', class: 'tenant', reason: 'When somebody reached the machines that hold an organization’s data.', appendOnly: true },
  ...lockboxTables,
  ...breakGlassTables,
  ...infrastructureTables,
  ...roleTables,
  ...reviewTables,
  ...extractTables,
  ...evaluationTables,
];
