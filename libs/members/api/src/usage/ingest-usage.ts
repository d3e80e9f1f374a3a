import { Injectable } from '@nestjs/common';
import { EvaluationSwitch } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { collectionsOf, type DroppedEvents, USAGE_KINDS, type UsageReceipt } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { CheckToken } from '../tokens/check-token';
import type { PresentedToken } from '../tokens/token-text';
import { judgeEvents, type Judging } from './judge-events';
import { UsageCounts } from './usage-count.repository';
import { type KeptEvents, UsageRecordRepository } from './usage-record.repository';
import { UsageRulesRepository } from './usage-rules.repository';

/** As which process of the system what the app sends is kept. */
const PROCESS = 'usage-ingest';

/**
 * Takes what the app tells of members: all of a batch in one transaction, so that it is kept whole or, where something breaks, sent again whole.
 * What was kept before is known by its id.
 */
@Injectable()
export class IngestUsage {
  constructor(
    private readonly database: Database,
    private readonly tokens: CheckToken,
    private readonly evaluations: EvaluationSwitch,
    private readonly rules: UsageRulesRepository,
    private readonly records: UsageRecordRepository,
    private readonly counts: UsageCounts,
  ) {}

  /**
   * @param authorization the header of that name
   * @throws {DomainError} `token.invalid`
   */
  run(authorization: string | undefined, events: readonly unknown[]): Promise<UsageReceipt> {
    const token = this.tokens.presented(authorization);
    return this.database.tenant(systemActor(token.organizationId, PROCESS), async (tx) => {
      const { wanted, dropped, faulty } = judgeEvents(events, await this.judging(tx, token));
      const kept = await this.records.store(tx, token.id, wanted, entryOf(token.id));
      const unknown = unknownOf(kept);
      const reasons = [...dropped, ...unknown];
      await this.counts.add(tx, reasons);
      return { stored: kept.stored, known: wanted.length - sumOf(unknown) - kept.stored, dropped: sumOf(reasons), reasons, faulty };
    });
  }

  /** Everything a batch is judged by, in one packet. The token comes first: whoever has none hears of nothing else. */
  private async judging(tx: TenantTransaction, token: PresentedToken): Promise<Judging> {
    const [, agreed, { rules }] = await Promise.all([this.tokens.within(tx, token, 'usage'), this.evaluations.isOn(tx), this.rules.read(tx)]);
    return { rules, collections: collectionsOf(rules, agreed), at: tx.at };
  }
}

const unknownOf = ({ unknown }: KeptEvents): readonly DroppedEvents[] =>
  USAGE_KINDS.flatMap((kind) => {
    const events = unknown[kind] ?? 0;
    return events === 0 ? [] : [{ kind, reason: 'unknown-member' as const, events }];
  });

const sumOf = (dropped: readonly DroppedEvents[]): number => dropped.reduce((sum, { events }) => sum + events, 0);

const entryOf = (tokenId: string): AuditEntry => ({
  action: 'usage.received',
  target: { noun: 'system-token', id: tokenId },
  facts: {},
});
