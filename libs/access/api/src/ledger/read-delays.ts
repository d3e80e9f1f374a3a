import { Injectable } from '@nestjs/common';
import { type LedgerDelayQuery, type LedgerDelayView, type MemberActor } from '@smartpar/access/model';
import { notFound, type Page, pageOfRows } from '@smartpar/kernel';
import { type ConditionColumns, Database, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
import { rightCounts } from '../holders/right-counts';
import { newestFirst } from '../newest-first';
import { CITED_COLUMNS } from '../violations/violation-row';
import { DELAY_COLUMNS, DELAY_SOURCE, type DelayRow, delayViewOf } from './delay-row';

/** The facts of a delay the access file may speak of, as columns. */
const DELAY_CONDITIONS: ConditionColumns = { memberId: { sql: 'r.member_id', type: 'uuid' } };

/** A delay that waits for a second person. */
export interface WaitingDelay {
  readonly id: string;
  readonly memberNumber: string;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
}

/** Who asked, who looked, and at whom. */
const CONCERNED = 'array_remove(array[d.requested_by, r.by_member_id, r.member_id], null)';

/** Those who decide about delays read them; nobody reads one that is about their own data. */
@Injectable()
export class ReadDelays {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly holders: AbilityHolders,
  ) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after }: LedgerDelayQuery): Promise<Page<LedgerDelayView>> {
    const key = newestFirst({ at: 'd.requested_at', id: 'd.id' }, after, 3);
    const allowed = this.allowed(actor, 'read', 3 + key.values.length);
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<DelayRow>(
        `select ${CITED_COLUMNS}, ${DELAY_COLUMNS} from ${DELAY_SOURCE} where d.organization_id = $1 and ${key.where} and ${allowed.text}
         order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, ...key.values, ...allowed.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ requestedAt, delayId }) => [requestedAt.toISOString(), delayId]);
      return { items: items.map((row) => delayViewOf(row, actor.memberId, tx.at)), next };
    });
  }

  /** One of them. @throws {DomainError} `not_found` */
  one(actor: MemberActor, delayId: string): Promise<LedgerDelayView> {
    return this.database.tenant(actor, (tx) => this.present(tx, actor, delayId));
  }

  /** One of them within a transaction that is open already. @throws {DomainError} `not_found` */
  async present(tx: TenantTransaction, actor: MemberActor, delayId: string): Promise<LedgerDelayView> {
    const row = await this.find(tx, actor, delayId);
    if (row === null) throw notFound();
    return delayViewOf(row, actor.memberId, tx.at);
  }

  /** One of them as it is kept; `null` where the actor may not read it. */
  async find(tx: TenantTransaction, actor: MemberActor, delayId: string): Promise<DelayRow | null> {
    const allowed = this.allowed(actor, 'read', 3);
    const [row] = await tx.query<DelayRow>(
      `select ${CITED_COLUMNS}, ${DELAY_COLUMNS} from ${DELAY_SOURCE} where d.organization_id = $1 and d.id = $2 and ${allowed.text}`,
      [tx.organizationId, delayId, ...allowed.values],
    );
    return row ?? null;
  }

  /** Those nothing keeps a member from deciding, soonest end first. */
  async waiting(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingDelay[]> {
    if (!this.abilities.of(actor).can('decide', 'ledger-delay')) return [];
    const rights = await this.holders.rightsOf(tx, 'ledger-delay.decide', actor.memberId);
    if (rights === null) return [];
    const allowed = this.allowed(actor, 'decide', 7);
    return tx.query<WaitingDelay>(
      `select d.id, 'M-' || s.number as "memberNumber", d.requested_at as "requestedAt", d.lapses_at as "lapsesAt" from ${DELAY_SOURCE}
       where d.organization_id = $1 and d.state = 'requested' and d.lapses_at > $2 and ${allowed.text}
         and ${rightCounts({ concerned: CONCERNED, askedAt: 'd.requested_at' }, '$3', 5)}
       order by d.lapses_at, d.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, ...rights, ...allowed.values],
    );
  }

  private allowed(actor: MemberActor, action: 'read' | 'decide', startParam: number) {
    return narrow({ ability: this.abilities.of(actor), action, noun: 'ledger-delay', columns: DELAY_CONDITIONS, startParam });
  }
}
