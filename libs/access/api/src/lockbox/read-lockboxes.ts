import { Injectable } from '@nestjs/common';
import type { Lockbox, LockboxLook, LockboxLookQuery, LockboxQuery, MemberActor, ProfileCategory } from '@smartpar/access/model';
import { notFound, type Page } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { type KeptReason, reasonOf } from '../look-reason';
import { newestFirst, newestPage } from '../newest-first';
import { lockboxOf, SEEN_LOCKBOX, type SeenLockboxRow } from './lockbox-row';
import { LockboxRepository } from './lockbox.repository';

interface LookRow extends KeptReason {
  readonly id: string;
  readonly at: Date;
  readonly kind: LockboxLook['kind'];
  readonly memberId: string | null;
  readonly number: number | null;
  readonly categories: readonly ProfileCategory[] | null;
}

/** Which lockboxes wait or run at a moment `$3`, and which are over. */
const STATES = {
  open: `(l.state = 'requested' and l.lapses_at > $3 or l.state = 'approved' and l.until > $3)`,
  past: `not (l.state = 'requested' and l.lapses_at > $3 or l.state = 'approved' and l.until > $3)`,
} as const;

/** An organization reads what SmartPAR's staff asked for, what was decided, and what they looked at. */
@Injectable()
export class ReadLockboxes {
  constructor(
    private readonly database: Database,
    private readonly lockboxes: LockboxRepository,
  ) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after, state }: LockboxQuery): Promise<Page<Lockbox>> {
    const key = newestFirst({ at: 'l.requested_at', id: 'l.id' }, after, 4);
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<SeenLockboxRow>(
        `select ${SEEN_LOCKBOX} from lockboxes l where l.organization_id = $1 and ${state === undefined ? '$3::timestamptz is not null' : STATES[state]}
           and ${key.where} order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, tx.at, ...key.values],
      );
      const { items, next } = newestPage(rows, size, ({ requestedAt }) => requestedAt);
      return { items: items.map((row) => lockboxOf(row, actor.accountId, tx.at)), next };
    });
  }

  /** One of them. @throws {DomainError} `not_found` */
  one(actor: MemberActor, lockboxId: string): Promise<Lockbox> {
    return this.database.tenant(actor, async (tx) => {
      const row = await this.lockboxes.find(tx, lockboxId);
      if (row === null) throw notFound();
      return lockboxOf(row, actor.accountId, tx.at);
    });
  }

  /** Everything looked at under one of them, newest first. @throws {DomainError} `not_found`, `page.cursor_invalid` */
  looks(actor: MemberActor, lockboxId: string, { size, after }: LockboxLookQuery): Promise<Page<LockboxLook>> {
    const key = newestFirst({ at: 'k.at', id: 'k.id' }, after, 4);
    return this.database.tenant(actor, async (tx) => {
      const [lockbox, rows] = await Promise.all([
        this.lockboxes.find(tx, lockboxId),
        tx.query<LookRow>(
          `select k.id, k.at, k.kind, k.member_id as "memberId", m.number, r.categories, r.reason_template as template, r.reason_words as words
           from lockbox_looks k
           left join members m on m.organization_id = k.organization_id and m.id = k.member_id
           left join reveals r on r.organization_id = k.organization_id and r.id = k.reveal_id
           where k.organization_id = $1 and k.lockbox_id = $2 and ${key.where} order by ${key.orderBy} limit $3`,
          [tx.organizationId, lockboxId, size + 1, ...key.values],
        ),
      ]);
      if (lockbox === null) throw notFound();
      const { items, next } = newestPage(rows, size, ({ at }) => at);
      return { items: items.map(lookOf), next };
    });
  }
}

const lookOf = ({ id, at, kind, memberId, number, categories, ...why }: LookRow): LockboxLook => ({
  id,
  at: at.toISOString(),
  kind,
  memberId,
  memberNumber: number === null ? null : `M-${number}`,
  categories: [...(categories ?? [])],
  reason: kind === 'reveal' ? reasonOf(why) : null,
});
