import type { AbilityName, HeldRole } from '@smartpar/access/model';

/** One further role as {@link heldRoles} reads it. */
export interface HeldRoleRow {
  readonly role: string;
  readonly abilities: readonly AbilityName[] | null;
  readonly siteId: string | null;
  readonly groupId: string | null;
}

/**
 * SQL that reads what a member holds beside the built-in roles of the whole organization, as JSON of `HeldRoleRow`, within another statement.
 * @param row the alias of a row of members
 */
export const heldRoles = (row: string): string => `
  (select coalesce(json_agg(json_build_object('role', coalesce(a.built_in, a.custom_role_id::text), 'abilities', c.abilities,
                                              'siteId', a.site_id, 'groupId', a.group_id) order by a.id), '[]')
   from role_assignments a left join custom_roles c on c.organization_id = a.organization_id and c.id = a.custom_role_id
   where a.organization_id = ${row}.organization_id and a.member_id = ${row}.id)`;

/** A further role with the scope it is held in. */
export const heldRoleOf = ({ role, abilities, siteId, groupId }: HeldRoleRow): HeldRole => ({ role, abilities, scope: scopeOf({ siteId, groupId }) });

/** The scope of a row. */
export function scopeOf({ siteId, groupId }: Pick<HeldRoleRow, 'siteId' | 'groupId'>): HeldRole['scope'] {
  if (siteId !== null) return { kind: 'site', id: siteId };
  return groupId === null ? { kind: 'all' } : { kind: 'group', id: groupId };
}
