import { Injectable } from '@nestjs/common';
import { type AloneLimit, extractRulesChanged, FIRST_ALONE_LIMIT } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** Version of the rules an organization starts with. */
const FIRST_VERSION = 0;

/** The rules in force. */
export interface KeptRules extends AloneLimit {
  readonly version: number;
}

/** What else happens to rules that were read before the transaction ends. */
const HELD = Object.freeze({ 'may-change': '', stays: 'for share', 'is-changed': 'for update' });

/** How many members' data one person may take out alone. */
@Injectable()
export class ExtractRulesRepository {
  /**
   * The rules in force.
   * @param held `stays`: what is asked for by them is not asked for under others; `is-changed`: by whoever reads them, one after the other
   */
  async read(tx: TenantTransaction, held: keyof typeof HELD): Promise<KeptRules> {
    const [kept] = await tx.query<RulesRow>(
      `select version, alone_up_to as "aloneUpTo", raised_by as "raisedBy", raised_from as "raisedFrom", raised_at as "raisedAt"
       from extract_rules where organization_id = $1 ${HELD[held]}`,
      [tx.organizationId],
    );
    if (kept === undefined) return { version: FIRST_VERSION, ...FIRST_ALONE_LIMIT };
    const { version, aloneUpTo, raisedBy: by, raisedFrom: from, raisedAt } = kept;
    return { version, aloneUpTo, raised: by === null || from === null || raisedAt === null ? null : { by, from, at: toInstant(raisedAt) } };
  }

  /** Puts others in force in the place of a version. @throws {DomainError} `extract_rules.changed_meanwhile` */
  async change(tx: TenantTransaction, { version, aloneUpTo, raised }: KeptRules, entry: AuditEntry): Promise<void> {
    const taken = await tx.query(
      `insert into extract_rules as r (organization_id, version, alone_up_to, changed_at, raised_by, raised_from, raised_at)
       select $1, $2::integer + 1, $3, $4, $5, $6, $7
       where $2 = ${FIRST_VERSION} or exists (select from extract_rules o where o.organization_id = $1)
       on conflict (organization_id) do update set version = r.version + 1, alone_up_to = excluded.alone_up_to, changed_at = excluded.changed_at,
         raised_by = excluded.raised_by, raised_from = excluded.raised_from, raised_at = excluded.raised_at
       where r.version = $2 returning version`,
      [tx.organizationId, version, aloneUpTo, tx.at, raised?.by ?? null, raised?.from ?? null, raised?.at ?? null],
    );
    if (taken.length === 0) throw extractRulesChanged();
    await recordEntry(tx, entry);
  }
}

interface RulesRow {
  readonly version: number;
  readonly aloneUpTo: number;
  readonly raisedBy: string | null;
  readonly raisedFrom: number | null;
  readonly raisedAt: Date | null;
}
