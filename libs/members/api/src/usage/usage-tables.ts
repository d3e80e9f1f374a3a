import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateSystemTokens20261126154000 } from '../migrations/20261126154000-create-system-tokens';
import { CreateUsageRecords20261126154100 } from '../migrations/20261126154100-create-usage-records';

/** Migrations of usage data and of the tokens of those who tell of it. */
export const usageMigrations = [CreateSystemTokens20261126154000, CreateUsageRecords20261126154100] as const;

/** Tables of usage data and of the tokens of those who tell of it. */
export const usageTables: readonly TableDeclaration[] = [
  { name: 'system_tokens', class: 'tenant', reason: 'By what other systems act for an organization, as a hash alone.' },
  {
    name: 'usage_records',
    class: 'tenant',
    reason: 'What the app told of members, in parts by kind and month.',
    member: [{ column: 'member_id', kind: 'usage', becomes: 'erased', stays: ['kind', 'id', 'token_id', 'received_at'] }],
  },
  { name: 'usage_rules', class: 'tenant', reason: 'Which usage data an organization collects, and for how long.' },
  { name: 'usage_counts', class: 'tenant', reason: 'How much was dropped at the door, by day; never whose it was.' },
  {
    name: 'usage_terms',
    class: 'global',
    reason: 'How long each organization keeps a kind, so that a month goes whole once it is over for everybody; kept by trigger and read by a named function.',
  },
];
