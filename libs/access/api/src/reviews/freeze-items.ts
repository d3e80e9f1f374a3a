import type { ReviewScope } from '@smartpar/access/model';
import { isId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What is looked at, as parameters: the organization is `$1`, the moment `$2`, what is covered `$3`, and the scope `$4` and `$5`. */
const HELD = `
  select 'role' as kind, r.member_id as holder_id, r.role, null::uuid as site_id, null::uuid as group_id, null::uuid as grant_id, r.granted_at as held_since
  from member_roles r where r.organization_id = $1 and 'roles' = any($3::text[])
  union all
  select 'role', a.member_id, coalesce(a.built_in, a.custom_role_id::text), a.site_id, a.group_id, null, a.assigned_at
  from role_assignments a where a.organization_id = $1 and 'roles' = any($3::text[])
  union all
  select 'grant', g.grantee_member_id, null, null, g.grantee_group_id, g.id, coalesce(g.starts_at, g.decided_at, g.requested_at)
  from grants g where g.organization_id = $1 and 'grants' = any($3::text[]) and g.state = 'approved' and g.ends_at > $2`;

/** A grant that lets see those of the site or the group, whoever holds it. */
const LETS_SEE_THERE = `exists (
    select from grants o where o.organization_id = $1 and o.id = h.grant_id and o.scope_kind = $4::text and $5::text = any(o.scope_ids::text[]))`;

/** Which of it lies within the scope: what is held there, what lets see those who are there, and what is held by those who are there. */
const WITHIN = `case $4::text
  when 'all' then true
  when 'site' then $5::text in (h.site_id::text, m.site_id::text) or ${LETS_SEE_THERE}
  when 'group' then h.group_id::text = $5::text or ${LETS_SEE_THERE} or exists (
    select from group_places p where p.organization_id = $1 and p.member_id = h.holder_id and p.group_id::text = $5::text)
  else h.role = $5::text or exists (select from grants o where o.organization_id = $1 and o.id = h.grant_id and o.grantee_role = $5::text) end`;

/** A scope as its two columns hold it. */
export const scopeColumns = (scope: ReviewScope): readonly [kind: ReviewScope['kind'], value: string | null] =>
  scope.kind === 'all' ? ['all', null] : [scope.kind, scope.kind === 'role' ? scope.role : scope.id];

const HELD_WITHIN = `
  from (${HELD}) h left join lateral (
    select k.number, k.status, k.site_id from members k where k.organization_id = $1 and k.id = h.holder_id offset 0) m on true
  where (h.holder_id is null or m.status <> 'de-identified') and ${WITHIN}`;

/** How many roles and how many grants that is. */
export const COUNT_HELD = `
  select count(*) filter (where h.kind = 'role')::int as roles, count(*) filter (where h.kind = 'grant')::int as grants ${HELD_WITHIN}`;

/** Everything that is held at this moment within the scope, as lines of the list of a review, which is `$6`. */
export const ITEMS_HELD = `
  select $1::uuid, $6::uuid, row_number() over (order by m.number nulls last, h.kind desc, h.role, h.grant_id, h.site_id, h.group_id),
         h.kind, h.holder_id, h.role, case h.kind when 'role' then h.site_id end, case h.kind when 'role' then h.group_id end, h.grant_id, h.held_since
  ${HELD_WITHIN}`;

/** Tells whether a scope is there. */
export async function isScopeThere(tx: TenantTransaction, scope: ReviewScope): Promise<boolean> {
  const table = TABLES[scope.kind];
  const [, id] = scopeColumns(scope);
  if (table === null || !isId(id ?? undefined)) return true;
  const found = await tx.query(`select from ${table} where organization_id = $1 and id = $2`, [tx.organizationId, id]);
  return found.length > 0;
}

const TABLES = { all: null, site: 'sites', group: 'member_groups', role: 'custom_roles' } as const;
