import { Injectable } from '@nestjs/common';
import { Abilities, allowedOr404 } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { type Draft, DraftRepository } from './draft.repository';
import { RequestRepository } from './request.repository';

/** Keeps what a member is typing, so that nothing is lost on reload. Only the member themself ever sees it. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly requests: RequestRepository,
    private readonly drafts: DraftRepository,
  ) {}

  /** What the member was typing in a request. */
  find(actor: MemberActor, requestId: string): Promise<Draft | null> {
    return this.inRequest(actor, requestId, (tx) => this.drafts.find(tx, requestId, actor.memberId));
  }

  /** Keeps what the member is typing; nothing typed is no draft. */
  keep(actor: MemberActor, requestId: string, draft: Pick<Draft, 'kind' | 'text'>): Promise<void> {
    if (draft.text.trim() === '') return this.forget(actor, requestId);
    return this.inRequest(actor, requestId, (tx) => this.drafts.keep(tx, requestId, actor.memberId, draft));
  }

  /** Throws it away. */
  forget(actor: MemberActor, requestId: string): Promise<void> {
    return this.inRequest(actor, requestId, (tx) => this.drafts.forget(tx, requestId, actor.memberId));
  }

  private inRequest<T>(actor: MemberActor, requestId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.database.tenant(actor, async (tx) => {
      allowedOr404(this.abilities.of(actor), 'answer', 'privacy-request', await this.requests.find(tx, requestId));
      return work(tx);
    });
  }
}
