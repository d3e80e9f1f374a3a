import type {
  PanelPart,
  ReviewCause,
  ReviewCover,
  ReviewLess,
  ReviewOutcome,
  ReviewScope,
  ReviewSilence,
  ReviewState,
  ReviewVerdict,
  RoleScope,
} from '@smartpar/access/model';
import type { GrantCategory, GrantScope, GrantTerms } from '@smartpar/access/model';

/** A review as it lies in its table. */
export interface ReviewRow {
  readonly id: string;
  readonly state: ReviewState;
  readonly covers: readonly ReviewCover[];
  readonly scopeKind: ReviewScope['kind'];
  readonly scopeValue: string | null;
  readonly silence: ReviewSilence;
  readonly stages: 1 | 2;
  readonly items: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
}

/** The columns of a review `v`, as `ReviewRow`. */
export const REVIEW_COLUMNS = `v.id, v.state, v.covers, v.scope_kind as "scopeKind", v.scope_value as "scopeValue", v.silence, v.stages, v.items,
  v.started_at as "startedAt", v.started_by as "startedBy", v.due_at as "dueAt", v.closed_at as "closedAt"`;

/** Who of the panel is there. */
export interface PanelRow {
  readonly memberId: string;
  readonly part: PanelPart;
  readonly able: boolean;
}

/** One thing that is looked at, as it lies in its table. */
export interface ItemRow {
  readonly item: number;
  readonly kind: 'role' | 'grant';
  readonly holderId: string | null;
  readonly role: string | null;
  readonly siteId: string | null;
  readonly groupId: string | null;
  readonly grantId: string | null;
  readonly heldSince: Date;
  readonly verdict: ReviewVerdict | null;
  readonly less: ReviewLess | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly words: string | null;
  readonly confirmed: boolean | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly secondWords: string | null;
  readonly outcome: ReviewOutcome | null;
  readonly cause: ReviewCause | null;
  /** those of the panel who hold it or gain from it */
  readonly concerned: readonly string[];
}

/**
 * The columns of a thing `i` that is looked at, as `ItemRow`. Those of the panel who gain are whoever holds it, and for what a role or a group was
 * given whoever is in it now.
 */
export const ITEM_COLUMNS = `i.position as item, i.kind, i.holder_id as "holderId", i.role, i.site_id as "siteId", i.group_id as "groupId",
  i.grant_id as "grantId", i.held_since as "heldSince", i.verdict, i.less, i.decided_by as "decidedBy", i.decided_at as "decidedAt", i.words,
  i.confirmed, i.confirmed_by as "confirmedBy", i.confirmed_at as "confirmedAt", i.second_words as "secondWords", i.outcome, i.cause,
  array(select p.member_id from access_review_panel p where p.organization_id = i.organization_id and p.review_id = i.review_id
    and (p.member_id = i.holder_id or exists (select from grants o where o.organization_id = i.organization_id and o.id = i.grant_id and (
      exists (select from member_roles r where r.organization_id = i.organization_id and r.member_id = p.member_id and r.role = o.grantee_role)
      or exists (select from group_places k where k.organization_id = i.organization_id and k.member_id = p.member_id and k.group_id = o.grantee_group_id))))
  ) as concerned`;

/**
 * SQL that reads things `i` in reviews `v`, as `OpenItems`: those together of which the same can be said by the same people. Those of the panel `$2`
 * who gain are looked up for each kind of holder only, and holders who are not of the panel are all of one kind, so that it costs the same whoever
 * holds how much.
 * @param which SQL that says which of them
 * @param confirmed SQL of what a second person said
 */
export const together = (which: string, confirmed: string): string => `
  with kinds as (
    select n.member_id as holder_id, g.grantee_role, g.grantee_group_id, i.verdict, i.decided_by, ${confirmed} as confirmed, count(*) as count
    from access_review_items i join access_reviews v on v.organization_id = i.organization_id and v.id = i.review_id
    left join access_review_panel n on n.organization_id = i.organization_id and n.review_id = i.review_id and n.member_id = i.holder_id
    left join grants g on g.organization_id = i.organization_id and g.id = i.grant_id
    where i.organization_id = $1 and i.review_id = $2 and ${which} group by 1, 2, 3, 4, 5, 6),
  concerned as (
    select array(select p.member_id from access_review_panel p where p.organization_id = $1 and p.review_id = $2 and (p.member_id = k.holder_id
        or exists (select from member_roles r where r.organization_id = $1 and r.member_id = p.member_id and r.role = k.grantee_role)
        or exists (select from group_places o where o.organization_id = $1 and o.member_id = p.member_id and o.group_id = k.grantee_group_id))
      order by p.member_id) as concerned, k.verdict, k.decided_by, k.confirmed, k.count from kinds k)
  select c.concerned, c.verdict, c.decided_by as "decidedBy", c.confirmed, sum(c.count)::int as count
  from concerned c group by c.concerned, c.verdict, c.decided_by, c.confirmed`;

/** SQL for whether something is still to be said of a thing `i` in a review `v`. */
export const IS_OPEN = `(i.outcome is null and (i.verdict is null or (v.stages = 2 and i.verdict = 'revoke' and i.confirmed is null)))`;

/** Where a role is held. */
export function placeOf({ siteId, groupId }: Pick<ItemRow, 'siteId' | 'groupId'>): RoleScope {
  if (siteId !== null) return { kind: 'site', id: siteId };
  return groupId === null ? { kind: 'all' } : { kind: 'group', id: groupId };
}

/** What is known of a thing that is looked at: who holds it, whether it was used, and what speaks against it. */
export interface EvidenceRow {
  readonly number: number | null;
  readonly status: 'invited' | 'active' | 'suspended' | 'deactivated' | 'de-identified' | null;
  readonly workerType: 'employee' | 'contractor' | 'agent' | null;
  readonly workerOver: boolean | null;
  readonly keptAway: boolean | null;
  readonly roleName: string | null;
  readonly place: string | null;
  readonly conflicts: readonly string[] | null;
  readonly roleHeld: boolean | null;
  readonly grantState: string | null;
  readonly granteeRole: string | null;
  readonly granteeGroup: string | null;
  readonly categories: readonly GrantCategory[] | null;
  readonly mode: GrantTerms['mode'] | null;
  readonly grantScope: GrantScope['kind'] | null;
  readonly endsAt: Date | null;
}
