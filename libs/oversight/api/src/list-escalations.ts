import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import type { Escalation, EscalationsQuery } from '@smartpar/oversight/model';
import { cursorOf, Database, keyset, toInstant } from '@smartpar/platform/database';

interface EscalationRow {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly askedAt: Date;
  readonly state: Escalation['state'];
}

/** Lists questions that stayed unanswered so long that staff are told: which organization, how old, in what state. */
@Injectable()
export class ListEscalations {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `page.cursor_invalid` */
  run(actor: MemberActor, { size, after }: EscalationsQuery): Promise<Page<Escalation>> {
    const askedAt = { sql: 'e.asked_at', direction: 'asc', type: 'timestamptz' } as const;
    const page = keyset({ columns: [askedAt, { sql: 'e.id', direction: 'asc', type: 'uuid' }], after, startParam: 2 });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<EscalationRow>(
        `select e.id, e.organization_id as "organizationId", f.name as "organizationName", e.asked_at as "askedAt", e.state
         from escalations e join organization_figures f on f.organization_id = e.organization_id
         where e.settled_at is null and ${page.where} order by ${page.orderBy} limit $1::integer + 1`,
        [size, ...page.values],
      );
      const items = rows.slice(0, size);
      const last = items.at(-1);
      const next = rows.length > size && last !== undefined ? cursorOf([last.askedAt, last.id]) : null;
      return {
        items: items.map(({ id: _id, askedAt: asked, ...row }) => ({ ...row, ageInDays: wholeDays(toInstant(asked).until(tx.at).total('hours')) })),
        next,
      };
    });
  }
}

const wholeDays = (hours: number): number => Math.max(0, Math.floor(hours / 24));
