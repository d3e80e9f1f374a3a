/**
 * SQL of two tables within another statement: at which site the member $3 was at the moment $2, and in which groups. What is so now is taken back to
 * that moment by the log, which says of every move from where it was, of members and of groups. Whoever lost a group since because the group was removed is not written down.
 */
export const PLACES_THEN = `
  site_then as materialized (
    select case when e.moved then e.site else m.site_id::text end as id
    from members m left join lateral (
      select true as moved, l.facts->>'from' as site from audit_entries l
      where l.organization_id = $1 and l.target_noun = 'member' and l.target_id = $3::uuid::text and l.action = 'member.placed' and l.at > $2::timestamptz
      order by l.at, l.id limit 1) e on true
    where m.organization_id = $1 and m.id = $3::uuid),
  group_moves as materialized (
    select distinct on (l.facts->>'groupId') l.facts->>'groupId' as id, l.action from audit_entries l
    where l.organization_id = $1 and l.target_noun = 'member' and l.target_id = $3::uuid::text
      and l.action in ('member.put-in-group', 'member.taken-out-of-group') and l.at > $2::timestamptz
    order by l.facts->>'groupId', l.at, l.id),
  put_in_then as materialized (
    select p.group_id::text as id from grouped_members p
    where p.organization_id = $1 and p.member_id = $3::uuid and p.group_id::text not in (select v.id from group_moves v)
    union select v.id from group_moves v where v.action = 'member.taken-out-of-group'),
  parents_then as materialized (
    select g.id::text as id, case when e.moved then e.parent else g.parent_id::text end as parent
    from member_groups g left join lateral (
      select true as moved, l.facts->>'from' as parent from audit_entries l
      where l.organization_id = $1 and l.target_noun = 'group' and l.target_id = g.id::text and l.action = 'group.nested' and l.at > $2::timestamptz
      order by l.at, l.id limit 1) e on true
    where g.organization_id = $1),
  groups_then as materialized (
    with recursive above as (
      select id from put_in_then
      union select t.parent from above a join parents_then t on t.id = a.id where t.parent is not null)
    select id from above)`;
