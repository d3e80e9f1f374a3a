/**
 * SQL that reads what an organization changed about its grants, as JSON of `ChangedStanding`, within another statement.
 * @param row the alias of a row of the organization
 */
export const changedGrants = (row: string): string => `
  (select coalesce(json_agg(json_build_object('role', g.role, 'category', g.category, 'mode', g.mode, 'purposes', g.purposes, 'widenedBy', g.widened_by,
     'before', case when g.widened_by is not null then json_build_object('mode', g.mode_before, 'purposes', g.purposes_before) end)), '[]')
   from standing_grants g where g.organization_id = ${row}.organization_id)`;
