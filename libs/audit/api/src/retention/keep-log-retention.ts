import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry, LogRetention, SetLogRetention } from '@smartpar/audit/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';
import { LogRetentionRepository, type Trimmed } from './log-retention.repository';

/** Work that trims the log of an organization, over and over while it says how long entries are kept. */
export const TRIM_WORK = 'audit.trim-log';

/** Most entries trimmed in one transaction. */
const BATCH = 20_000;

const HOURS_BETWEEN = 24;

/** An owner says how long the log is kept; then what is older goes, day by day. */
@Injectable()
export class KeepLogRetention {
  constructor(
    private readonly database: Database,
    private readonly retention: LogRetentionRepository,
  ) {}

  /** How long entries are kept, and what was trimmed. */
  async read(organizationId: string): Promise<LogRetention> {
    const { months, trimmed, trimmedAt } = await this.retention.read(organizationId);
    return { months, trimmed, trimmedAt: trimmedAt?.toISOString() ?? null };
  }

  /** Says how long. */
  async set(actor: MemberActor, { months }: SetLogRetention, key: string): Promise<LogRetention> {
    const operation = 'audit-retention.set';
    await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, months) }, { months });
      if (replayed) return;
      await this.retention.set(tx, months, entryOf(tx, 'set', { fromMonths: await this.retention.monthsOf(tx), toMonths: months }));
      await cancelWaitingWork(tx, workOf(tx));
      if (months !== null) await planWork(tx, { ...workOf(tx), dueAt: tx.at.add({ hours: HOURS_BETWEEN }) });
    });
    return this.read(actor.organizationId);
  }

  /** Trims once, and plans the next time as long as the organization says so. */
  async trim(tx: TenantTransaction): Promise<void> {
    const months = await this.retention.monthsOf(tx);
    if (months === null) return;
    const trimmed = await this.retention.trim(tx, BATCH, ({ size, entries }) => entryOf(tx, 'trimmed', { size, entries, months }));
    await planWork(tx, { ...workOf(tx), dueAt: tx.at.add(isFull(trimmed) ? { seconds: 1 } : { hours: HOURS_BETWEEN }) });
  }
}

const isFull = (trimmed: Trimmed | null): boolean => trimmed !== null && trimmed.entries >= BATCH;

const workOf = ({ organizationId }: TenantTransaction) => ({ organizationId, subjectId: organizationId, kind: TRIM_WORK });

const entryOf = ({ organizationId }: TenantTransaction, done: 'set' | 'trimmed', facts: AuditEntry['facts']): AuditEntry => ({
  action: done === 'set' ? 'audit-retention.set' : 'audit-log.trimmed',
  target: { noun: done === 'set' ? 'audit-retention' : 'audit-log', id: organizationId },
  facts,
});
