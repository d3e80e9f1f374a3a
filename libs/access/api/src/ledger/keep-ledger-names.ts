import { Injectable } from '@nestjs/common';
import type { ChangeLedgerNames, LedgerNames, MemberActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { LedgerRepository } from './ledger.repository';

const OPERATION = 'ledger-names.change';

interface Row {
  readonly shown: boolean;
  readonly decidedOn: string;
  readonly words: string;
  readonly recordedAt: Date;
  readonly since: Date | null;
}

/** Whether people read the names of those who look at their data: only once the organization has weighed it and recorded why. */
@Injectable()
export class KeepLedgerNames {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
  ) {}

  /** What holds now. */
  read(actor: MemberActor): Promise<LedgerNames> {
    return this.database.tenant(actor, (tx) => this.present(tx));
  }

  /** Records another balancing; it holds for looks from then on. @param key the act's idempotency key */
  change(actor: MemberActor, message: ChangeLedgerNames, key: string): Promise<LedgerNames> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, message) }, {});
      const { shown, decidedOn, words } = message;
      const [id, salt] = [newId(), newSalt()];
      const facts = { shown, decidedOn, words: saltedHash(words, salt) };
      const entry = { action: 'ledger-names.decided', target: { noun: 'ledger-names', id }, facts };
      if (!replayed) await this.ledger.addNameDecision(tx, { id, shown, decidedOn, words, salt }, entry);
      return this.present(tx);
    });
  }

  private async present(tx: TenantTransaction): Promise<LedgerNames> {
    const [row] = await tx.query<Row>(
      `select n.shown, n.decided_on as "decidedOn", n.words, n.recorded_at as "recordedAt",
         (select min(s.recorded_at) from ledger_name_decisions s where s.organization_id = $1 and s.shown and s.recorded_at >
            coalesce((select max(o.recorded_at) from ledger_name_decisions o where o.organization_id = $1 and not o.shown), '-infinity')) as since
       from ledger_name_decisions n where n.organization_id = $1 order by n.recorded_at desc, n.id desc limit 1`,
      [tx.organizationId],
    );
    if (row === undefined) return { shown: false, since: null, decision: null };
    const { shown, decidedOn, words, recordedAt, since } = row;
    return { shown, since: shown ? (since?.toISOString() ?? null) : null, decision: { shown, decidedOn, words, recordedAt: recordedAt.toISOString() } };
  }
}
