/**
 * SQL that reads what an organization changed about its grants, as JSON of `StandingGrant`, within another statement.
 * @param row the alias of a row of the organization
 */
export const changedGrants = (row: string): string => `
  (select coalesce(json_agg(json_build_object('role', g.role, 'category', g.category, 'mode', g.mode, 'purposes', g.purposes)), '[]')
   from standing_grants g where g.organization_id = ${row}.organization_id)`;
