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
  async list(tx: TenantTransaction, memberId: string): Promise<readonly RequestOfMember[]> {
    const rows = await tx.query<Row>(
      `select id, reference, asked_at as "askedAt", state from privacy_requests where organization_id = $1 and member_id = $2
       union all select id, reference, asked_at, 'received' from request_handovers where organization_id = $1 and member_id = $2
       order by 1 desc limit ${MOST}`,
      [tx.organizationId, memberId],
    );
    return rows.map(({ id, reference, askedAt, state }) => ({
      reference,
      askedAt: askedAt.toISOString(),
      standing: state === 'answered' ? 'answered' : state === 'waiting-for-person' ? 'waits-for-you' : 'open',
      token: this.tokens.make(FOLLOW_PURPOSE, [id]),
    }));
  }
}
