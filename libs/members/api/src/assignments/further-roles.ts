import { instantColumn } from '../instant-text';

/**
 * SQL that reads the roles of the organization's own, and those for a site or a group, that a member holds, as JSON of `FurtherRole` and since when, within another
 * statement.
 * @param row the alias of the member's row
 */
export const furtherRoles = (row: string): string => `
  (select coalesce(json_agg(json_build_object('role', coalesce(a.built_in, a.custom_role_id::text), 'name', c.name,
      'kind', case when a.site_id is not null then 'site' when a.group_id is not null then 'group' else 'all' end,
      'place', coalesce(s.name, g.name), 'since', ${instantColumn('a.assigned_at')}) order by a.id), '[]')
   from role_assignments a
   left join custom_roles c on c.organization_id = a.organization_id and c.id = a.custom_role_id
   left join sites s on s.organization_id = a.organization_id and s.id = a.site_id
   left join member_groups g on g.organization_id = a.organization_id and g.id = a.group_id
   where a.organization_id = ${row}.organization_id and a.member_id = ${row}.id)`;
