import { type Ability, GRANT_CATEGORIES, isUnder, type MemberPlace, type ProfileCategory, type Role } from '@smartpar/access/model';
import { type KeyColumn, keyset, type TenantTransaction } from '@smartpar/platform/database';
import { MemberConditions } from '../member-conditions';
import { holdingColumns, type HoldingRow } from './holding-row';

/** One category of one member's data. */
export interface SightOfOne {
  readonly place: MemberPlace;
  readonly category: ProfileCategory;
  /** roles that are given it for good */
  readonly roles: readonly Role[];
}

const BY_NUMBER: readonly KeyColumn[] = [{ sql: 'm.number', direction: 'asc', type: 'integer' }];

/**
 * Members whom some rule could let see one category of a member's data, by number: up to one more than a page holds. It goes from roles, grants and
 * emergencies to those who hold them, so that it costs what is held and not how many belong to the organization; whether somebody sees it, the
 * rules decide afterwards.
 * @throws {DomainError} `page.cursor_invalid`
 */
export function readCandidates(
  tx: TenantTransaction,
  ability: Ability,
  asked: SightOfOne,
  { size, after }: { readonly size: number; readonly after?: string | undefined },
): Promise<HoldingRow[]> {
  const conditions = new MemberConditions(tx.organizationId, ability, 'read');
  conditions.require(`m.status = 'active'`);
  const holders = holdersOf(conditions, asked, tx);
  const columns = holdingColumns(conditions, ability, tx);
  const key = keyset({ columns: BY_NUMBER, ...(after !== undefined && { after }), startParam: conditions.startParam });
  conditions.values.push(...key.values);
  conditions.require(key.where);
  const limit = conditions.bind(size + 1);
  // looked up one by one (`offset 0`): a plan made for a small organization must not read all members of a large one
  return tx.query<HoldingRow>(
    `with ${holders} select ${columns}
     from holders h cross join lateral (select k.* from members k where k.organization_id = $1 and k.id = h.member_id offset 0) m
     where ${conditions.text} order by ${key.orderBy} limit ${limit}`,
    conditions.values,
  );
}

function holdersOf(conditions: MemberConditions, { place, category, roles }: SightOfOne, { at }: TenantTransaction): string {
  const [id, site, groups] = [`${conditions.bind(place.id)}::uuid`, `${conditions.bind(place.siteId)}::uuid`, `${conditions.bind(place.groupIds)}::uuid[]`];
  const [given, names] = [`${conditions.bind(roles)}::text[]`, `${conditions.bind(GRANT_CATEGORIES.filter((one) => isUnder(category, one)))}::text[]`];
  const now = `${conditions.bind(at)}::timestamptz`;
  return `live as materialized (
      select g.grantee_member_id, g.grantee_role, g.grantee_group_id from grants g
      where g.organization_id = $1 and g.state = 'approved' and g.ends_at > ${now} and (g.starts_at is null or g.starts_at <= ${now}) and g.categories && ${names}
        and (g.scope_kind = 'all' or (g.scope_kind = 'site' and ${site} = any(g.scope_ids)) or (g.scope_kind = 'group' and g.scope_ids && ${groups})
          or (g.scope_kind = 'members' and ${id} = any(g.scope_ids)) or (g.scope_kind = 'request' and ${id} = any(g.scope_members)))),
    holders as materialized (
      select r.member_id from member_roles r where r.organization_id = $1 and r.role = any(${given})
      union select a.member_id from role_assignments a
        where a.organization_id = $1 and a.built_in = any(${given}) and (a.site_id = ${site} or a.group_id = any(${groups}))
      union select l.grantee_member_id from live l where l.grantee_member_id is not null
      union select r.member_id from live l join member_roles r on r.organization_id = $1 and r.role = l.grantee_role
      union select p.member_id from live l join group_places p on p.organization_id = $1 and p.group_id = l.grantee_group_id
      union select b.member_id from break_glasses b
        where b.organization_id = $1 and b.began_at > ${now} - interval '1 hour' and b.until > ${now} and b.categories && ${names})`;
}
