import { Injectable } from '@nestjs/common';
import type { BreakGlass, BreakGlassLook, BreakGlassLookQuery, BreakGlassQuery, MemberActor, OwnBreakGlass, ProfileCategory } from '@smartpar/access/model';
import { notFound, type Page } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { type KeptReason, reasonOf } from '../look-reason';
import { newestFirst, newestPage } from '../newest-first';
import { breakGlassOf, BreakGlassRepository } from './break-glass.repository';

interface LookRow extends KeptReason {
  readonly id: string;
  readonly at: Date;
  readonly memberId: string;
  readonly number: number;
  readonly categories: readonly ProfileCategory[];
}

const REVIEW = { waiting: 'b.outcome is null', done: 'b.outcome is not null' } as const;

/** Those who answer for an organization read its emergencies; whoever broke the glass reads what runs of their own. */
@Injectable()
export class ReadBreakGlasses {
  constructor(
    private readonly database: Database,
    private readonly broken: BreakGlassRepository,
  ) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after, review }: BreakGlassQuery): Promise<Page<BreakGlass>> {
    const key = newestFirst({ at: 'b.began_at', id: 'b.id' }, after, 3);
    return this.database.tenant(actor, async (tx) => {
      const which = review === undefined ? 'true' : REVIEW[review];
      const rows = await this.broken.read(tx, `${which} and ${key.where} order by ${key.orderBy} limit $2`, [size + 1, ...key.values]);
      const { items, next } = newestPage(rows, size, ({ beganAt }) => beganAt);
      return { items: items.map((row) => breakGlassOf(row, actor.memberId, tx.at)), next };
    });
  }

  /** One of them. @throws {DomainError} `not_found` */
  one(actor: MemberActor, id: string): Promise<BreakGlass> {
    return this.database.tenant(actor, async (tx) => {
      const [row] = await this.broken.read(tx, 'b.id = $2', [id]);
      if (row === undefined) throw notFound();
      return breakGlassOf(row, actor.memberId, tx.at);
    });
  }

  /** What runs of one's own, one at most. */
  mine(actor: MemberActor): Promise<OwnBreakGlass> {
    return this.database.tenant(actor, async (tx) => {
      const rows = await this.broken.read(tx, 'b.member_id = $2 and b.until > $3 order by b.until limit 1', [actor.memberId, tx.at]);
      return { items: rows.map(({ id, ground, categories, until }) => ({ id, ground, categories: [...categories], until: until.toISOString() })) };
    });
  }

  /** Everything looked at under one of them, newest first. @throws {DomainError} `not_found`, `page.cursor_invalid` */
  looks(actor: MemberActor, id: string, { size, after }: BreakGlassLookQuery): Promise<Page<BreakGlassLook>> {
    const key = newestFirst({ at: 'r.at', id: 'r.id' }, after, 4);
    return this.database.tenant(actor, async (tx) => {
      const [[broken], rows] = await Promise.all([
        this.broken.read(tx, 'b.id = $2', [id]),
        tx.query<LookRow>(
          `select r.id, r.at, r.member_id as "memberId", m.number, r.categories, r.reason_template as template, r.reason_words as words
           from reveals r join members m on m.organization_id = r.organization_id and m.id = r.member_id
           where r.organization_id = $1 and r.break_glass_id = $2 and ${key.where} order by ${key.orderBy} limit $3`,
          [tx.organizationId, id, size + 1, ...key.values],
        ),
      ]);
      if (broken === undefined) throw notFound();
      const { items, next } = newestPage(rows, size, ({ at }) => at);
      return { items: items.map(lookOf), next };
    });
  }
}

const lookOf = ({ id, at, memberId, number, categories, ...why }: LookRow): BreakGlassLook => ({
  id,
  at: at.toISOString(),
  memberId,
  memberNumber: `M-${number}`,
  categories: [...categories],
  reason: reasonOf(why),
});
