import { Temporal, type Time } from '@smartpar/kernel';
import type { MemberView } from '@smartpar/members/model';
import { instantColumn } from './instant-text';

/** The invitation of a member, beside them in a row; all null where there never was one. */
export interface InvitationRow {
  readonly sentAt: string | null;
  readonly expiresAt: string | null;
  readonly acceptedAt: string | null;
  readonly withdrawnAt: string | null;
}

/** The columns of an invitation `i`. */
export const INVITATION_COLUMNS = `${instantColumn('i.sent_at')} as "sentAt", ${instantColumn('i.expires_at')} as "expiresAt",
  ${instantColumn('i.accepted_at')} as "acceptedAt", ${instantColumn('i.withdrawn_at')} as "withdrawnAt"`;

/** What has become of an invitation by now. */
export function invitationStanding({ sentAt, expiresAt, acceptedAt, withdrawnAt }: InvitationRow, time: Pick<Time, 'now'>): MemberView['invitation'] {
  if (sentAt === null || expiresAt === null) return { state: 'none', sentAt, expiresAt };
  if (acceptedAt !== null) return { state: 'accepted', sentAt, expiresAt };
  if (withdrawnAt !== null) return { state: 'withdrawn', sentAt, expiresAt };
  const over = Temporal.Instant.compare(Temporal.Instant.from(expiresAt), time.now()) <= 0;
  return { state: over ? 'expired' : 'waiting', sentAt, expiresAt };
}
