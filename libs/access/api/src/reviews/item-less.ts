import type { ReviewLess, RoleScope } from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import { toInstant, type TenantTransaction } from '@smartpar/platform/database';
import { mayBeScoped } from '../roles/assignment.repository';
import { type ItemRow, placeOf } from './review-row';

/** The place that is to be left of a role; `null` where it is something of a grant. */
export function placeLeft(less: ReviewLess): RoleScope | null {
  if ('site' in less) return { kind: 'site', id: less.site };
  return 'group' in less ? { kind: 'group', id: less.group } : null;
}

/**
 * Of which things something that is said to be left is less than what is held now: one place, there, of a role that is held for the whole
 * organization and may be held in one place; an earlier end, not past, or being told only on reveal, of a grant.
 */
export function lessOf(tx: TenantTransaction, items: readonly ItemRow[], less: ReviewLess): Promise<ReadonlySet<number>> {
  const place = placeLeft(less);
  return place === null ? lessOfGrants(tx, items, less) : lessOfRoles(tx, items, place);
}

async function lessOfRoles(tx: TenantTransaction, items: readonly ItemRow[], place: RoleScope): Promise<ReadonlySet<number>> {
  if (place.kind === 'all') return NONE;
  const table = place.kind === 'site' ? 'sites' : 'member_groups';
  const there = await tx.query(`select from ${table} where organization_id = $1 and id = $2`, [tx.organizationId, place.id]);
  if (there.length === 0) return NONE;
  return new Set(items.filter((item) => item.role !== null && placeOf(item).kind === 'all' && mayBeScoped(item.role)).map(({ item }) => item));
}

async function lessOfGrants(tx: TenantTransaction, items: readonly ItemRow[], less: ReviewLess): Promise<ReadonlySet<number>> {
  const ids = items.flatMap(({ grantId }) => grantId ?? []);
  const grants = await tx.query<{ id: string; mode: string; endsAt: Date }>(
    `select id, mode, ends_at as "endsAt" from grants
     where organization_id = $1 and id = any($2::uuid[]) and state = 'approved' and ends_at > $3`,
    [tx.organizationId, ids, tx.at],
  );
  const [until, onReveal] = 'until' in less || 'onReveal' in less ? [less.until, less.onReveal] : [];
  const reduced = new Set(
    grants
      .filter(({ endsAt }) => until === undefined || isBetween(Temporal.Instant.from(until), tx.at, toInstant(endsAt)))
      .filter(({ mode }) => onReveal === undefined || mode === 'shown')
      .map(({ id }) => id),
  );
  return new Set(items.filter(({ grantId }) => grantId !== null && reduced.has(grantId)).map(({ item }) => item));
}

const NONE: ReadonlySet<number> = new Set();

const isBetween = (moment: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean =>
  from.epochMilliseconds < moment.epochMilliseconds && moment.epochMilliseconds < to.epochMilliseconds;
