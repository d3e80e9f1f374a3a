import { Injectable } from '@nestjs/common';
import type { OrganizationPurpose, ProfileCategory, RevealReasonTemplate, Role } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A look about to be written down. */
export interface NewReveal {
  readonly id: string;
  readonly memberId: string;
  readonly byMemberId: string | null;
  readonly byRoles: readonly Role[];
  readonly categories: readonly ProfileCategory[];
  readonly purpose: OrganizationPurpose;
  /** a reason ready to be chosen, or none where it is in words */
  readonly template: RevealReasonTemplate | null;
  /** the reason in words and the salt of its hash in the log */
  readonly words: { readonly text: string; readonly salt: string } | null;
  /** the lockbox under which staff look, where it is no member who does */
  readonly lockboxId?: string;
  /** the break-glass it rests on, where nothing else would allow it */
  readonly breakGlassId?: string | null;
}

/** Every look at masked data. */
@Injectable()
export class RevealRepository {
  /** Writes a look down; it never changes afterwards. */
  async add(tx: TenantTransaction, reveal: NewReveal, entry: AuditEntry): Promise<void> {
    const { id, memberId, byMemberId, byRoles, categories, purpose, template, words } = reveal;
    await Promise.all([
      this.holdBreakGlass(tx, reveal),
      tx.query(
        `insert into reveals (organization_id, id, member_id, at, by_member_id, by_roles, categories, purpose, reason_template, reason_words, reason_salt, lockbox_id,
                              break_glass_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          tx.organizationId,
          id,
          memberId,
          tx.at,
          byMemberId,
          byRoles,
          categories,
          purpose,
          template,
          words?.text ?? null,
          words?.salt ?? null,
          reveal.lockboxId ?? null,
          reveal.breakGlassId ?? null,
        ],
      ),
      recordEntry(tx, entry),
    ]);
  }

  /** What a look rests on runs at its moment, and cannot be ended before the look is kept. @throws {DomainError} `not_found` */
  async holdBreakGlass(tx: TenantTransaction, { breakGlassId }: Pick<NewReveal, 'breakGlassId'>): Promise<void> {
    if (breakGlassId === null || breakGlassId === undefined) return;
    const running = await tx.query('select id from break_glasses where organization_id = $1 and id = $2 and until > $3 for share', [
      tx.organizationId,
      breakGlassId,
      tx.at,
    ]);
    if (running.length === 0) throw notFound();
  }

  /** When a look of some id was, or nothing where there was none. */
  async momentOf(tx: TenantTransaction, id: string): Promise<Date | null> {
    const [found] = await tx.query<{ at: Date }>('select at from reveals where organization_id = $1 and id = $2', [tx.organizationId, id]);
    return found?.at ?? null;
  }
}
