import { Injectable } from '@nestjs/common';
import type { LockboxExtent, LockboxLookKind, LockboxRequest, StaffActor } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, type Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { tellOfLockbox } from '../invalidation';
import { LOCKBOX, type LockboxRow, SEEN_LOCKBOX, type SeenLockboxRow } from './lockbox-row';

/** A lockbox about to be asked for. */
export interface NewLockbox {
  readonly id: string;
  readonly staff: StaffActor;
  /** the staff member's number in the workforce */
  readonly staffNumber: number;
  readonly caseReference: string;
  readonly justification: LockboxRequest['justification'];
  readonly asked: LockboxExtent;
  readonly namedBy: LockboxRow['namedBy'];
  readonly lapsesAt: Temporal.Instant;
  readonly organizationName: string;
  /** the organization had allowed this kind, so that it runs at once */
  readonly preapproved: boolean;
}

/** What is granted, from the moment of the transaction. */
export interface NewGranted {
  readonly extent: LockboxExtent;
  readonly until: Temporal.Instant;
}

/** One thing staff look at. */
export interface NewLook {
  readonly lockboxId: string;
  readonly kind: LockboxLookKind;
  readonly memberId: string | null;
  readonly revealId: string | null;
}

/** Whose lockbox was changed: they hear of it too. */
interface Staffed {
  readonly staffAccountId: string;
}

const STAFFED = 'returning staff_account_id as "staffAccountId"';

/** What SmartPAR's staff ask for, what is decided, and what they look at. */
@Injectable()
export class LockboxRepository {
  /** Keeps one that is asked for, and the staff member's own line about it. */
  async add(tx: TenantTransaction, lockbox: NewLockbox, entry: AuditEntry): Promise<void> {
    const { id, staff, asked } = lockbox;
    await tx.query(
      `insert into lockboxes (organization_id, id, staff_account_id, staff_role, staff_number, case_reference, justification, categories, minutes,
                              reach, named_by, site_id, member_id, requested_at, lapses_at, state, preapproved)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'requested', $16)`,
      [
        tx.organizationId,
        id,
        staff.accountId,
        staff.role,
        lockbox.staffNumber,
        lockbox.caseReference,
        lockbox.justification,
        asked.categories,
        asked.minutes,
        ...placesOf(asked).toSpliced(1, 0, lockbox.namedBy),
        tx.at,
        lockbox.lapsesAt,
        lockbox.preapproved,
      ],
    );
    await tx.query('insert into staff_lockboxes (account_id, lockbox_id, organization_id, organization_name, requested_at) values ($1, $2, $3, $4, $5)', [
      staff.accountId,
      id,
      tx.organizationId,
      lockbox.organizationName,
      tx.at,
    ]);
    await recordEntry(tx, entry);
    await tellOfLockbox(tx, staff.accountId);
  }

  /** One of them, held until the transaction ends: whoever decides or ends it comes after the other. */
  async lock(tx: TenantTransaction, id: string): Promise<LockboxRow | null> {
    const [row] = await tx.query<LockboxRow>(`select ${LOCKBOX} from lockboxes l where l.organization_id = $1 and l.id = $2 for update`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** One of them, with whom it is about. */
  async find(tx: TenantTransaction, id: string): Promise<SeenLockboxRow | null> {
    const [row] = await tx.query<SeenLockboxRow>(`select ${SEEN_LOCKBOX} from lockboxes l where l.organization_id = $1 and l.id = $2`, [tx.organizationId, id]);
    return row ?? null;
  }

  /** Some of them, with whom each is about. */
  among(tx: TenantTransaction, ids: readonly string[]): Promise<SeenLockboxRow[]> {
    return tx.query<SeenLockboxRow>(`select ${SEEN_LOCKBOX} from lockboxes l where l.organization_id = $1 and l.id = any($2)`, [tx.organizationId, ids]);
  }

  /**
   * One that runs at this very moment and belongs to a staff member, held so that nobody ends it before the transaction has: what is looked
   * at under it comes before its end or not at all.
   */
  async running(tx: TenantTransaction, id: string, accountId: string): Promise<LockboxRow | null> {
    const [row] = await tx.query<LockboxRow>(
      `select ${LOCKBOX} from lockboxes l
       where l.organization_id = $1 and l.id = $2 and l.staff_account_id = $3 and l.state = 'approved' and l.until > $4 for share`,
      [tx.organizationId, id, accountId, tx.at],
    );
    return row ?? null;
  }

  /** Grants one. */
  async grant(tx: TenantTransaction, id: string, { extent, until }: NewGranted, by: string | null, entry: AuditEntry): Promise<void> {
    const changed = await tx.query<Staffed>(
      `update lockboxes set state = 'approved', decided_at = $3, decided_by = $4, granted_categories = $5, granted_minutes = $6,
                            granted_reach = $7, granted_site_id = $8, granted_member_id = $9, until = $10
       where organization_id = $1 and id = $2 ${STAFFED}`,
      [tx.organizationId, id, tx.at, by, extent.categories, extent.minutes, ...placesOf(extent), until],
    );
    await recordEntry(tx, entry);
    await tellOfLockbox(tx, changed[0]?.staffAccountId);
  }

  /** Dismisses one. */
  async dismiss(tx: TenantTransaction, id: string, by: string, entry: AuditEntry): Promise<void> {
    const text = `update lockboxes set state = 'refused', decided_at = $3, decided_by = $4 where organization_id = $1 and id = $2 ${STAFFED}`;
    const changed = await tx.query<Staffed>(text, [tx.organizationId, id, tx.at, by]);
    await recordEntry(tx, entry);
    await tellOfLockbox(tx, changed[0]?.staffAccountId);
  }

  /** Ends one before its time. */
  async end(tx: TenantTransaction, id: string, state: 'withdrawn' | 'revoked' | 'returned', entry: AuditEntry): Promise<void> {
    const text = `update lockboxes set state = $3, ended_at = $4 where organization_id = $1 and id = $2 ${STAFFED}`;
    const changed = await tx.query<Staffed>(text, [tx.organizationId, id, state, tx.at]);
    await recordEntry(tx, entry);
    await tellOfLockbox(tx, changed[0]?.staffAccountId);
  }

  /** All that wait or run, held until the transaction ends. */
  lockOpen(tx: TenantTransaction): Promise<LockboxRow[]> {
    return tx.query<LockboxRow>(
      `select ${LOCKBOX} from lockboxes l
       where l.organization_id = $1 and (l.state = 'requested' and l.lapses_at > $2 or l.state = 'approved' and l.until > $2) order by l.id for update`,
      [tx.organizationId, tx.at],
    );
  }

  /** Writes down what staff look at; it never changes afterwards. */
  async addLook(tx: TenantTransaction, { lockboxId, kind, memberId, revealId }: NewLook, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('insert into lockbox_looks (organization_id, id, lockbox_id, at, kind, member_id, reveal_id) values ($1, $2, $3, $4, $5, $6, $7)', [
        tx.organizationId,
        newId(),
        lockboxId,
        tx.at,
        kind,
        memberId,
        revealId,
      ]),
      recordEntry(tx, entry),
      tellOfLockbox(tx),
    ]);
  }
}

/** Reach, site and member, as they are kept. */
function placesOf({ scope }: LockboxExtent): readonly (string | null)[] {
  return [scope.reach, scope.reach === 'site' ? scope.siteId : null, scope.reach === 'member' ? scope.memberId : null];
}
