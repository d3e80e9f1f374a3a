import { keptFromNothing } from '../violations/stopped-access';

/** What everybody does for themselves, whatever roles they hold: no evidence that a role is used. */
const FOR_ONESELF = ['privacy-request.opened', 'ledger.challenged', 'undertaking.signed', 'member-invitation.accepted'];

/**
 * SQL that reads, as `EvidenceRow`, what is known of a thing `i` that is looked at. Each row is looked up by itself (`offset 0`), so that a page costs
 * the same however large the organization is.
 * @param at the parameter that holds now
 */
export const evidence = (at: string): string => `
  h.number, h.status, h.worker_type as "workerType", h.over as "workerOver", h.kept as "keptAway",
  c.name as "roleName", coalesce(s.name, p.name) as place, k.conflicts, k.held as "roleHeld",
  case when g.state = 'approved' and g.ends_at <= ${at}::timestamptz then 'expired' else g.state end as "grantState",
  g.grantee_role as "granteeRole", q.name as "granteeGroup",
  g.categories, g.mode, g.scope_kind as "grantScope", g.ends_at as "endsAt"`;

/** SQL of what {@link evidence} reads from. @param at the parameter that holds now */
export const evidenceFrom = (at: string): string => `
  left join lateral (
    select case when m.status <> 'de-identified' then m.number end as number, m.status, m.worker_type,
           coalesce((m.worker_until + 1)::timestamp at time zone
             (select o.time_zone from organizations o where o.organization_id = m.organization_id) <= ${at}::timestamptz, false) as over,
           exists (select from violations v where v.organization_id = m.organization_id and v.member_id = m.id
             and (v.state = 'confirmed' or v.state = 'running' and v.lapses_at > ${at}::timestamptz)) as kept
    from members m where m.organization_id = i.organization_id and m.id = i.holder_id offset 0) h on true
  left join lateral (select n.name from custom_roles n where n.organization_id = i.organization_id and n.id::text = i.role offset 0) c on i.kind = 'role'
  left join lateral (select n.name from sites n where n.organization_id = i.organization_id and n.id = i.site_id offset 0) s on true
  left join lateral (select n.name from member_groups n where n.organization_id = i.organization_id and n.id = i.group_id offset 0) p on true
  left join lateral (select n.* from grants n where n.organization_id = i.organization_id and n.id = i.grant_id offset 0) g on true
  left join lateral (select n.name from member_groups n where n.organization_id = i.organization_id and n.id = g.grantee_group_id offset 0) q on true
  left join lateral (
    select coalesce(bool_or(x.role = i.role and x.site_id is not distinct from i.site_id and x.group_id is not distinct from i.group_id), false) as held,
           array_agg(distinct x.role) filter (where exists (
             select from role_separations z, jsonb_array_elements(z.pairs) pair
             where z.organization_id = i.organization_id and pair @> to_jsonb(i.role) and pair @> to_jsonb(x.role) and x.role <> i.role)) as conflicts
    from (
      select r.role, null::uuid as site_id, null::uuid as group_id from member_roles r where r.organization_id = i.organization_id and r.member_id = i.holder_id
      union all select coalesce(a.built_in, a.custom_role_id::text), a.site_id, a.group_id
      from role_assignments a where a.organization_id = i.organization_id and a.member_id = i.holder_id) x) k on i.kind = 'role'`;

/** SQL of the last entry `e` that tells of something the holder of `i` did by it, for others and not for themselves. */
const LAST = `e.actor_id = i.holder_id::text and e.at >= i.held_since
      and e.action not in (${FOR_ONESELF.map((action) => `'${action}'`).join(', ')})
      and (i.site_id is not null or i.group_id is not null or length(i.role) = 36 or i.role = any(e.actor_roles))
    order by e.id desc limit 1`;

/**
 * SQL of when some things `i` were used last. A role was used when its holder last did something by it that the log tells of, for others and not for
 * themselves; a grant says itself when it was used. What a member did is worker data: it is asked for only where such data may be evaluated. What is
 * not sealed yet stands in no order and is read once for all of them; what is sealed is looked for no further back than the role was held.
 */
export const USES = `
  with looked as materialized (
    select i.* from access_review_items i where i.organization_id = $1 and i.review_id = $2 and i.position = any($3::int[])),
  fresh as materialized (
    select e.id, e.at, e.actor_id, e.actor_roles, e.action from audit_entries e
    where e.organization_id = $1 and not e.sealed and e.actor_kind = 'member' and e.actor_id in (select l.holder_id::text from looked l))
  select i.position as item, case i.kind when 'grant' then g.last_used_at else greatest(f.at, s.at) end as "usedAt"
  from looked i
  left join lateral (select n.last_used_at from grants n where n.organization_id = i.organization_id and n.id = i.grant_id offset 0) g on true
  left join lateral (select e.at from fresh e where ${LAST}) f on i.kind = 'role'
  left join lateral (
    select e.at from audit_entries e
    where e.organization_id = i.organization_id and e.sealed and e.id >= first_id_of(i.held_since) and e.actor_kind = 'member' and ${LAST}) s on i.kind = 'role'`;

/** SQL for whether somebody of the panel `p`, a member `m`, is there to answer now. @param at the parameter that holds now */
export const isAble = (at: string): string => `m.status = 'active' and ${keptFromNothing('m', at)}`;
