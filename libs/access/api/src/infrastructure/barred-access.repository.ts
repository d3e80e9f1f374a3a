import { Injectable } from '@nestjs/common';
import type { InfrastructureAccessKind, NewInfrastructureAccess, TellingBar } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { AccessToTell } from './access-to-tell';

/** Access that may not be told yet. */
export interface NewBarredAccess extends Pick<NewInfrastructureAccess, 'kind' | 'from' | 'until' | 'words'> {
  readonly id: string;
  readonly salt: string;
  /** whose data it was; not whose row this is */
  readonly organizationId: string;
  readonly bar: { readonly ground: TellingBar; readonly until: Temporal.Instant };
}

interface Row {
  readonly id: string;
  readonly kind: InfrastructureAccessKind;
  readonly from: Date;
  readonly until: Date;
  readonly words: string;
}

/** Access to the machines that the law forbids to tell for now; it lies in SmartPAR's workforce, where nobody of the organization sees it. */
@Injectable()
export class BarredAccessRepository {
  /** @param tx of the workforce */
  async add(tx: TenantTransaction, access: NewBarredAccess, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into barred_accesses (organization_id, id, about_organization_id, kind, started_at, ended_at, words, salt, ground, barred_until, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.organizationId,
        access.id,
        access.organizationId,
        access.kind,
        access.from,
        access.until,
        access.words,
        access.salt,
        access.bar.ground,
        access.bar.until,
        tx.at,
      ],
    );
    await recordEntry(tx, entry);
  }

  /** One about an organization, once it may be told. @param tx of the workforce */
  async find(tx: TenantTransaction, id: string, about: string): Promise<AccessToTell | null> {
    const [row] = await tx.query<Row>(
      `select id, kind, started_at as "from", ended_at as until, words from barred_accesses
       where organization_id = $1 and id = $2 and about_organization_id = $3 and barred_until <= $4`,
      [tx.organizationId, id, about, tx.at],
    );
    return row === undefined ? null : { ...row, from: row.from.toISOString(), until: row.until.toISOString() };
  }
}
