import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { RequestKind } from '@smartpar/requests/model';

/** A question, or a part of one, on its way to SmartPAR; its id is that of the request it becomes there. */
export interface Handover {
  readonly id: string;
  /** the request it is a part of; null where a member asked SmartPAR directly */
  readonly requestId: string | null;
  /** the member who asks, so that they find it among their own */
  readonly memberId: string | null;
  readonly toOrganizationId: string;
  readonly reference: string;
  /** null once it has arrived */
  readonly text: string | null;
  readonly identifier: string | null;
  readonly proved: boolean;
  readonly replyAddress: string;
  readonly locale: Locale;
  readonly kind: RequestKind;
  readonly askedAt: Date;
  readonly promisedOn: string;
}

const COLUMNS: readonly (readonly [keyof Handover, string])[] = [
  ['id', 'id'],
  ['requestId', 'request_id'],
  ['memberId', 'member_id'],
  ['toOrganizationId', 'to_organization_id'],
  ['reference', 'reference'],
  ['text', 'text'],
  ['identifier', 'identifier'],
  ['proved', 'proved'],
  ['replyAddress', 'reply_address'],
  ['locale', 'locale'],
  ['kind', 'kind'],
  ['askedAt', 'asked_at'],
  ['promisedOn', 'promised_on'],
];

const SELECT = COLUMNS.map(([key, column]) => `${column} as "${key}"`).join(', ');

/** What an organization or its members handed to SmartPAR, as it is kept. */
@Injectable()
export class HandoverRepository {
  /** Keeps one on its way. */
  async add(tx: TenantTransaction, handover: Handover, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query(
        `insert into request_handovers (organization_id, ${COLUMNS.map(([, column]) => column).join(', ')}) values ($1, ${COLUMNS.map((_, index) => `$${index + 2}`).join(', ')})`,
        [tx.organizationId, ...COLUMNS.map(([key]) => handover[key])],
      ),
      recordEntry(tx, entry),
    ]);
  }

  /** One of them. */
  async find(tx: TenantTransaction, id: string): Promise<Handover | null> {
    const [found] = await tx.query<Handover>(`select ${SELECT} from request_handovers where organization_id = $1 and id = $2`, [tx.organizationId, id]);
    return found ?? null;
  }

  /** Lets go of what was handed over once it has arrived; a second time there is nothing to let go of, and nothing to record. */
  async arrived(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const letGo = await tx.query(
      `update request_handovers set text = null, identifier = null, reply_address = '' where organization_id = $1 and id = $2 and text is not null returning id`,
      [tx.organizationId, id],
    );
    if (letGo.length === 1) await recordEntry(tx, entry);
  }
}
