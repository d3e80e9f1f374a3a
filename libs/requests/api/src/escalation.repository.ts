import { Injectable } from '@nestjs/common';
import type { TenantTransaction, Transaction } from '@smartpar/platform/database';
import type { RequestState } from '@smartpar/requests/model';
import type { RequestProgress } from './request-row';

/** What staff are told of an overdue request. */
export interface Escalation {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly requestId: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly state: Exclude<RequestState, 'answered'>;
}

/**
 * Requests left lying so long that SmartPAR's staff are told. They follow the request, in its transaction and beside its audit entry,
 * and hold neither content nor person.
 */
@Injectable()
export class EscalationRepository {
  /** Tells staff of a request. */
  async raise(tx: TenantTransaction, { id, organizationId, organizationName, requestId, askedAt, dueAt, state }: Escalation): Promise<void> {
    await tx.query(
      `insert into escalations (id, organization_id, organization_name, request_id, asked_at, due_at, state, raised_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organizationId, organizationName, requestId, askedAt, dueAt, state, tx.at],
    );
  }

  /** Follows the request: an answer settles it, and so does a rule by which there is time again; anything else shows its new state. */
  async follow(tx: TenantTransaction, requestId: string, { state, toldStage }: Pick<RequestProgress, 'state' | 'toldStage'>): Promise<void> {
    const settled = state === 'answered' || toldStage !== 'escalation';
    await tx.query(
      `update escalations set state = coalesce($3, state), settled_at = $4::timestamptz where organization_id = $1 and request_id = $2 and settled_at is null`,
      [tx.organizationId, requestId, state === 'answered' ? null : state, settled ? tx.at : null],
    );
  }

  /** One escalation that is not settled. */
  async findOpen(tx: Transaction, id: string): Promise<Escalation | null> {
    const [found] = await tx.query<Escalation>(
      `select id, organization_id as "organizationId", organization_name as "organizationName", request_id as "requestId", asked_at as "askedAt", due_at as "dueAt", state
       from escalations where id = $1 and settled_at is null`,
      [id],
    );
    return found ?? null;
  }
}
