import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import { FOLLOW_PURPOSE } from './mails/request-mail';

/** One of a member's own requests, with what opens it. */
export interface RequestOfMember {
  readonly reference: string;
  readonly askedAt: string;
  readonly standing: 'open' | 'waits-for-you' | 'answered';
  /** the token of its private link */
  readonly token: string;
}

/** Most of them that are listed at once. */
const MOST = 200;

const OWN = `select id, reference, asked_at as "askedAt", state from privacy_requests where organization_id = $1 and member_id = $2`;

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly askedAt: Date;
  readonly state: string;
}

/** The requests a member asked themself, for whoever reaches them without signing in. */
@Injectable()
export class RequestsOfMember {
  constructor(private readonly tokens: LinkTokens) {}

  /** How many nobody has answered yet; those on their way to SmartPAR count, since where they came from is needed there. */
  async open(tx: TenantTransaction, memberId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select (select count(*) from privacy_requests where organization_id = $1 and member_id = $2 and state <> 'answered')::int
            + (select count(*) from request_handovers where organization_id = $1 and member_id = $2 and text is not null)::int as count`,
      [tx.organizationId, memberId],
    );
    return row?.count ?? 0;
  }

  /** Newest first, each with the token of its private link. */
  list(tx: TenantTransaction, memberId: string): Promise<readonly RequestOfMember[]> {
    return this.read(
      tx,
      memberId,
      `${OWN} union all select id, reference, asked_at, 'received' from request_handovers where organization_id = $1 and member_id = $2`,
    );
  }

  /** Those alone that somebody who answers every question of the organization may open too: no complaint about a member, and nothing that went to SmartPAR. */
  listForAll(tx: TenantTransaction, memberId: string): Promise<readonly RequestOfMember[]> {
    return this.read(tx, memberId, `${OWN} and about_member_id is null`);
  }

  private async read(tx: TenantTransaction, memberId: string, which: string): Promise<readonly RequestOfMember[]> {
    const rows = await tx.query<Row>(`${which} order by 1 desc limit ${MOST}`, [tx.organizationId, memberId]);
    return rows.map(({ id, reference, askedAt, state }) => ({
      reference,
      askedAt: askedAt.toISOString(),
      standing: state === 'answered' ? 'answered' : state === 'waiting-for-person' ? 'waits-for-you' : 'open',
      token: this.tokens.make(FOLLOW_PURPOSE, [id]),
    }));
  }
}
