import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { forgetMailsTo } from '@smartpar/platform/mail';
import type { LockedMember } from '../locked-member';
import { addressesOf } from './depart';
import { TracedTables, type TracedColumn } from './traced-tables';

/** Takes from everything that is kept about somebody who left what names them, as each table declares it. */
@Injectable()
export class DeIdentificationRepository {
  /** what is done, in order; each statement takes the organization and the member */
  private readonly statements: readonly string[];

  constructor({ traces }: TracedTables) {
    // the line of the member first: what else is kept may ask whether they are known still
    const first = traces.filter(isOwnLine);
    this.statements = [...first, ...traces.filter((traced) => !isOwnLine(traced))].flatMap(statementOf);
  }

  /** Does all of it in the transaction it is given. */
  async deIdentify(tx: TenantTransaction, member: LockedMember, entry: AuditEntry): Promise<void> {
    const values = [tx.organizationId, member.id];
    for (const statement of this.statements) await tx.query(statement, values);
    await forgetMailsTo(tx, member.id, addressesOf(member));
    await tx.query('update departures set done_at = $3 where organization_id = $1 and member_id = $2', [...values, tx.at]);
    await recordEntry(tx, entry);
  }
}

const isOwnLine = ({ table, trace }: TracedColumn): boolean => table === 'members' && trace.column === 'id';

/** What becomes of the rows one column leads to, as SQL; none where they are kept. */
function statementOf(traced: TracedColumn): readonly string[] {
  const { table, trace } = traced;
  const rows = `where organization_id = $1 and ${trace.column} = $2`;
  if (trace.becomes === 'kept') return [];
  if (trace.becomes === 'erased') return [`delete from ${table} ${rows}`];
  if (trace.through !== undefined) return [`select ${trace.through}($2) where $1::uuid is not null`];
  const emptied = Object.entries(trace.columns).map(([column, value]) => `${column} = ${value === null ? 'null' : `''`}`);
  const state = isOwnLine(traced) ? [`status = 'de-identified'`, 'version = version + 1'] : [];
  return [`update ${table} set ${[...state, ...emptied].join(', ')} ${rows}`];
}
