import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateLedgerParts20261126132300 } from '../migrations/20261126132300-create-ledger-parts';

/** Migrations of the ledger. */
export const ledgerMigrations = [CreateLedgerParts20261126132300] as const;

/** Tables of the ledger beside the looks themselves. */
export const ledgerTables: readonly TableDeclaration[] = [
  {
    name: 'ledger_delays',
    class: 'tenant',
    reason: 'Which looks are told later, on what ground of the law, asked for and agreed to by whom.',
    member: [
      { column: 'requested_by', kind: 'acts', becomes: 'kept', why: 'accountability' },
      { column: 'decided_by', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
  { name: 'ledger_challenges', class: 'tenant', reason: 'Which complaint is about which look.', appendOnly: true },
  {
    name: 'ledger_name_decisions',
    class: 'tenant',
    reason: 'Whether people read names of those who looked, as it was weighed and recorded.',
    appendOnly: true,
  },
];
