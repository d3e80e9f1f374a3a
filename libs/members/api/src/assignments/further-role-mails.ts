import { Injectable } from '@nestjs/common';
import { type Assignment, CustomRoleRepository, isBuiltIn } from '@smartpar/access/api';
import type { RoleScope } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { LockedMember } from '../locked-member';
import type { furtherRoleGivenMail, furtherRoleTakenMail } from '../mails/further-role.mail';
import { tellMember } from '../member-mails';
import { OrganizationNames } from '../organization-names';

/** Tells members of custom roles, and of roles for a site or a group. */
@Injectable()
export class FurtherRoleMails {
  constructor(
    private readonly customRoles: CustomRoleRepository,
    private readonly organizations: OrganizationNames,
  ) {}

  /** Says which role it is, by name, and where it counts. */
  async tell(
    tx: TenantTransaction,
    member: LockedMember,
    mail: typeof furtherRoleGivenMail | typeof furtherRoleTakenMail,
    { role, scope }: Pick<Assignment, 'role' | 'scope'>,
  ): Promise<void> {
    if (member.accountId === null) return;
    const organization = await this.organizations.within(tx);
    const [builtIn, roleName] = isBuiltIn(role) ? [role, null] : [null, (await this.customRoles.find(tx, role))?.name ?? null];
    const facts = { organization: organization.name, role: builtIn, roleName, where: scope.kind, place: await placeOf(tx, scope) };
    await tellMember({ tx, member, organization }, mail, facts);
  }
}

/** The name of the site or the group a role counts in. @returns `null` for the whole organization, and for a place that is not there */
export async function placeOf(tx: TenantTransaction, scope: RoleScope): Promise<string | null> {
  if (scope.kind === 'all') return null;
  const table = scope.kind === 'site' ? 'sites' : 'member_groups';
  const [row] = await tx.query<{ name: string }>(`select name from ${table} where organization_id = $1 and id = $2`, [tx.organizationId, scope.id]);
  return row?.name ?? null;
}
