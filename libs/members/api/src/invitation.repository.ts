import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import { memberAlready, type MemberStatus } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { instantColumn } from './instant-text';
import { together } from './together';

/** An invitation about to be sent. */
export interface NewInvitation {
  readonly id: string;
  readonly memberId: string;
  readonly expiresAt: Temporal.Instant;
}

/** What the link of an invitation opens. */
export interface InvitedRow {
  readonly status: MemberStatus;
  readonly accountId: string | null;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: Locale;
  readonly expiresAt: string;
  readonly accepted: boolean;
}

/** The latest invitation of each member. */
@Injectable()
export class InvitationRepository {
  /** Keeps an invitation in place of any earlier one, whose link opens nothing any more. */
  async send(tx: TenantTransaction, { id, memberId, expiresAt }: NewInvitation, entry: AuditEntry): Promise<void> {
    await together([tx.query(SEND, [tx.organizationId, memberId, id, tx.at, expiresAt]), recordEntry(tx, entry)]);
  }

  /**
   * What a link opens, if it still opens anything or did when it was accepted.
   * @param id of the invitation the link was made for
   */
  async find(tx: TenantTransaction, memberId: string, id: string): Promise<InvitedRow | null> {
    const [row] = await tx.query<InvitedRow>(OPENED, [tx.organizationId, memberId, id, tx.at]);
    return row ?? null;
  }

  /**
   * Accepts an invitation: the member is active from now on and signs in with an account.
   * @returns false where the link opens nothing any more, or somebody was faster
   * @throws {DomainError} `invitation.member_already`
   */
  async accept(tx: TenantTransaction, { memberId, id, accountId }: { memberId: string; id: string; accountId: string }, entry: AuditEntry): Promise<boolean> {
    const linked = tx.query(JOIN, [tx.organizationId, memberId, accountId, id, tx.at]).catch((error: unknown) => {
      throw isUniqueViolation(error, 'members_account') ? memberAlready() : error;
    });
    const [joined, spent] = await together([linked, tx.query(SPEND, [tx.organizationId, memberId, id, tx.at]), recordEntry(tx, entry)]);
    return joined.length === 1 && spent.length === 1;
  }
}

const SEND = `
  insert into member_invitations (organization_id, member_id, id, sent_at, expires_at) values ($1, $2, $3, $4, $5)
  on conflict (organization_id, member_id) do update
    set id = excluded.id, sent_at = excluded.sent_at, expires_at = excluded.expires_at, accepted_at = null, withdrawn_at = null`;

const WAITS = `i.id = $4 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $5`;

const OPENED = `
  select m.status, m.account_id as "accountId", m.email, m.first_name as "firstName", m.last_name as "lastName", m.locale, ${instantColumn('i.expires_at')} as "expiresAt",
         i.accepted_at is not null as accepted
  from member_invitations i join members m on m.organization_id = i.organization_id and m.id = i.member_id
  where i.organization_id = $1 and i.member_id = $2 and i.id = $3 and i.withdrawn_at is null and (i.expires_at > $4 or i.accepted_at is not null) and m.email is not null`;

const JOIN = `
  update members m set account_id = $3, status = 'active', version = m.version + 1
  from member_invitations i
  where m.organization_id = $1 and m.id = $2 and m.account_id is null and m.status in ('invited', 'active')
    and i.organization_id = m.organization_id and i.member_id = m.id and ${WAITS}
  returning m.id`;

const SPEND = `
  update member_invitations i set accepted_at = $4
  where i.organization_id = $1 and i.member_id = $2 and i.id = $3 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $4 returning i.id`;
