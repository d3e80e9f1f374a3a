import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { DRAFT_KINDS } from '@smartpar/requests/model';

/** What a member was typing. */
export interface Draft {
  readonly kind: (typeof DRAFT_KINDS)[number];
  readonly text: string;
  readonly keptAt: Date;
}

/** What members are typing, one draft per member and request. A draft is nobody's act yet, so it leaves no audit entry. */
@Injectable()
export class DraftRepository {
  /** The draft of a member in a request. */
  async find(tx: TenantTransaction, requestId: string, memberId: string): Promise<Draft | null> {
    const [draft] = await tx.query<Draft>(
      'select kind, text, kept_at as "keptAt" from request_drafts where organization_id = $1 and request_id = $2 and member_id = $3',
      [tx.organizationId, requestId, memberId],
    );
    return draft ?? null;
  }

  /** Keeps what is being typed in place of what was typed before. */
  async keep(tx: TenantTransaction, requestId: string, memberId: string, draft: Pick<Draft, 'kind' | 'text'>): Promise<void> {
    await tx.query(
      `insert into request_drafts (organization_id, request_id, member_id, kind, text, kept_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id, request_id, member_id) do update set kind = excluded.kind, text = excluded.text, kept_at = excluded.kept_at`,
      [tx.organizationId, requestId, memberId, draft.kind, draft.text, tx.at],
    );
  }

  /** Forgets a draft: it was sent, or thrown away. */
  async forget(tx: TenantTransaction, requestId: string, memberId: string): Promise<void> {
    await tx.query('delete from request_drafts where organization_id = $1 and request_id = $2 and member_id = $3', [tx.organizationId, requestId, memberId]);
  }
}
