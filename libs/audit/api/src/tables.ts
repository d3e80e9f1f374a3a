import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateAuditEntries20261123000500 } from './migrations/20261123000500-create-audit-entries';
import { CreateAuditSeals20261126120000 } from './migrations/20261126120000-create-audit-seals';
import { AddCheckpointAddresses20261126133300 } from './migrations/20261126133300-add-checkpoint-addresses';
import { AddLogViews20261126133400 } from './migrations/20261126133400-add-log-views';
import { TendUnsealedEntries20261126133500 } from './migrations/20261126133500-tend-unsealed-entries';
import { StopTrimmingAtGaps20261126139000 } from './migrations/20261126139000-stop-trimming-at-gaps';
import { AddLogRetention20261126133100 } from './migrations/20261126133100-add-log-retention';
import { PartAuditEntries20261126133000 } from './migrations/20261126133000-part-audit-entries';
import { AddHorizonEntry20261126121000 } from './migrations/20261126121000-add-horizon-entry';

/** Migrations of this slice. */
export const auditMigrations = [
  CreateAuditEntries20261123000500,
  CreateAuditSeals20261126120000,
  AddHorizonEntry20261126121000,
  PartAuditEntries20261126133000,
  AddLogRetention20261126133100,
  AddCheckpointAddresses20261126133300,
  AddLogViews20261126133400,
  TendUnsealedEntries20261126133500,
  StopTrimmingAtGaps20261126139000,
] as const;

/** Tables of this slice. */
export const auditTables: readonly TableDeclaration[] = [
  {
    name: 'audit_entries',
    class: 'tenant',
    reason: 'The log of an organization; what belongs to no tenant is in the log of the workforce organization.',
    appendOnly: true,
    keyedBy: 'audit_sealed',
  },
  { name: 'audit_leaves', class: 'tenant', reason: 'The place and hash of each sealed entry of an organization.', appendOnly: true },
  { name: 'audit_nodes', class: 'tenant', reason: 'Hashes over 256 leaves or nodes each of the log of an organization.', appendOnly: true },
  {
    name: 'audit_checkpoints',
    class: 'tenant',
    reason: 'Signed statements of how far the log of an organization is sealed, and by what root.',
    appendOnly: true,
  },
  { name: 'audit_retention', class: 'tenant', reason: 'How long an organization keeps its log.' },
  { name: 'audit_trims', class: 'tenant', reason: 'Up to where the log of an organization was trimmed, and when.', appendOnly: true },
  { name: 'checkpoint_addresses', class: 'tenant', reason: 'Where an organization wants its checkpoints sent.' },
  { name: 'audit_views', class: 'tenant', reason: 'Views of the log that members of an organization keep.' },
  { name: 'audit_log_keys', class: 'tenant', reason: 'Public halves of the keys that signed those statements.', appendOnly: true },
];
