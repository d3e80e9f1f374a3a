import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { type Page, pageOfRows, Time } from '@smartpar/kernel';
import { Database, keyset } from '@smartpar/platform/database';
import type { MyRequestItem } from '@smartpar/requests/model';
import { isLate } from './own-request';
import type { RequestRow } from './request-row';

type Progress = Pick<RequestRow, 'kind' | 'state' | 'paused' | 'proved' | 'firstWrittenAt' | 'dueAt' | 'promisedOn' | 'lastActivityAt'>;

interface Line extends Progress {
  readonly id: string;
  readonly reference: string;
  readonly askedAt: Date;
  /** where it was handed over to; null for one's own organization */
  readonly elsewhere: string | null;
}

const PROGRESS = `kind, state, paused, proved, first_written_at as "firstWrittenAt", due_at as "dueAt", promised_on as "promisedOn", last_activity_at as "lastActivityAt"`;

const LINES = `
  select id, reference, asked_at as "askedAt", null::uuid as elsewhere, ${PROGRESS} from privacy_requests where organization_id = $1 and member_id = $2
  union all
  select id, reference, asked_at, to_organization_id, kind, 'received', false, proved, null, promised_on + 1, promised_on, asked_at
  from request_handovers where organization_id = $1 and member_id = $2`;

/** One's own questions, newest first; those handed to SmartPAR as they stand there. */
@Injectable()
export class ListMine {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `page.cursor_invalid` */
  async run({ organizationId, memberId }: MemberActor, { size, after }: { readonly size: number; readonly after?: string }): Promise<Page<MyRequestItem>> {
    const key = keyset({ columns: [{ sql: 'l.id', direction: 'desc', type: 'uuid' }], after, startParam: 3 });
    const rows = await this.database.readTenant<Line>(organizationId, {
      text: `select * from (${LINES}) l where ${key.where} order by ${key.orderBy} limit $${key.values.length + 3}`,
      values: [organizationId, memberId, ...key.values, size + 1],
    });
    const page = pageOfRows(rows, size, ({ id }) => [id]);
    const elsewhere = await this.progressElsewhere(page.items);
    return { items: page.items.map((line) => this.present({ ...line, ...elsewhere.get(line.id) })), next: page.next };
  }

  /** How those that were handed over stand where they are now. */
  private async progressElsewhere(lines: readonly Line[]): Promise<ReadonlyMap<string, Progress>> {
    const organizations = [...new Set(lines.flatMap(({ elsewhere }) => (elsewhere === null ? [] : [elsewhere])))];
    const found = await Promise.all(
      organizations.map((organizationId) =>
        this.database.readTenant<Progress & { readonly id: string }>(organizationId, {
          text: `select id, ${PROGRESS} from privacy_requests where organization_id = $1 and id = any($2::uuid[])`,
          values: [organizationId, lines.filter(({ elsewhere }) => elsewhere === organizationId).map(({ id }) => id)],
        }),
      ),
    );
    return new Map(found.flat().map((row) => [row.id, row]));
  }

  private present(line: Line): MyRequestItem {
    const { id, reference, kind, state, askedAt, promisedOn, elsewhere, lastActivityAt } = line;
    const overdue = isLate(line, this.time.now());
    return {
      id,
      reference,
      kind,
      state,
      askedAt: askedAt.toISOString(),
      promisedOn,
      overdue,
      to: elsewhere === null ? 'organization' : 'smartpar',
      lastActivityAt: lastActivityAt.toISOString(),
    };
  }
}
