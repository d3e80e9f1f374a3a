import { Inject, Injectable } from '@nestjs/common';
import {
  abilitiesOfRoles,
  abilitiesToPassOn,
  type AccessRules,
  composableAbilities,
  type MemberActor,
  ORGANIZATION_ROLES,
  type RoleList,
  SCOPED_ABILITIES,
} from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { ACCESS_RULES } from '../abilities';
import { RoleHolders } from '../role-holders';
import { CustomRoleRepository } from './custom-role.repository';

/** The roles of an organization: those there are from the start, and its own. */
@Injectable()
export class ListRoles {
  private readonly builtIn: readonly { readonly role: (typeof ORGANIZATION_ROLES)[number]; readonly abilities: readonly string[] }[];

  constructor(
    private readonly database: Database,
    private readonly roles: CustomRoleRepository,
    private readonly holders: RoleHolders,
    @Inject(ACCESS_RULES) private readonly rules: readonly AccessRules[],
  ) {
    this.builtIn = ORGANIZATION_ROLES.map((role) => ({ role, abilities: abilitiesOfRoles([role], rules) }));
  }

  /** Every role that may be held here, with what it permits and how many hold it, and all that a role can be composed of. */
  async run(actor: MemberActor): Promise<RoleList> {
    const [kept, holders] = await Promise.all([this.database.tenant(actor, (tx) => this.roles.list(tx)), this.holders.countAnywhere(actor.organizationId)]);
    const own = new Set(abilitiesToPassOn(actor, this.rules));
    return {
      builtIn: this.builtIn.map(({ role, abilities }) => ({ role, abilities: [...abilities], holders: holders.get(role) ?? 0 })),
      custom: kept.map(({ abilities, changedAt, ...role }) => ({
        ...role,
        abilities: [...abilities],
        changedAt: changedAt.toISOString(),
        holders: holders.get(role.id) ?? 0,
      })),
      abilities: composableAbilities(this.rules).map((name) => ({ name, mayPassOn: own.has(name), scoped: SCOPED_ABILITIES.has(name) })),
    };
  }
}
