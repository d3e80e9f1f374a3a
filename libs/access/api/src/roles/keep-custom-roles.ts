import { Inject, Injectable } from '@nestjs/common';
import {
  abilitiesToPassOn,
  type AbilityName,
  type AccessRules,
  composableAbilities,
  MAX_CUSTOM_ROLES,
  type MemberActor,
  moreThanOwn,
  type RoleInput,
  type RoleReplacement,
  tooManyRoles,
  unknownAbility,
  withWhatTheyNeed,
} from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities, ACCESS_RULES } from '../abilities';
import { forgetOrganization } from '../invalidation';
import { KnownActors } from '../known-actors';
import { type ComposedRole, CustomRoleRepository, type KeptRole } from './custom-role.repository';
import { PresentActors } from './present-actors';
import { SeparationRepository } from './separation.repository';

/** Composes roles of named abilities, changes and retires them; never of more than whoever composes may do at that moment. */
@Injectable()
export class KeepCustomRoles {
  constructor(
    private readonly database: Database,
    private readonly roles: CustomRoleRepository,
    private readonly separations: SeparationRepository,
    private readonly present: PresentActors,
    private readonly actors: KnownActors,
    private readonly abilities: Abilities,
    @Inject(ACCESS_RULES) private readonly rules: readonly AccessRules[],
  ) {}

  /** @throws {DomainError} `role.too_many`, `role.name_taken`, `role.unknown_ability`, `role.more_than_own` */
  compose(actor: MemberActor, input: RoleInput, key: string): Promise<KeptRole> {
    const fingerprint = fingerprintOf('role.compose', input);
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: 'role.compose', fingerprint }, { id: newId() });
      if (!replayed) {
        const role = await this.allowed(tx, actor, input);
        if ((await this.roles.list(tx)).length >= MAX_CUSTOM_ROLES) throw tooManyRoles(MAX_CUSTOM_ROLES);
        await this.roles.add(tx, reference.id, role, entryOf('composed', reference.id, role.abilities));
      }
      return this.found(tx, reference.id);
    });
  }

  /** @throws {DomainError} `not_found`, `role.changed_meanwhile`, `role.name_taken`, `role.unknown_ability`, `role.more_than_own` */
  async replace(actor: MemberActor, id: string, { version, ...input }: RoleReplacement, key: string): Promise<KeptRole> {
    const fingerprint = fingerprintOf('role.replace', id, { version, ...input });
    const changed = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'role.replace', fingerprint }, { id });
      if (!replayed) {
        const role = await this.allowed(tx, actor, input);
        await this.roles.replace(tx, { id, version }, role, entryOf('changed', id, role.abilities));
        await forgetOrganization(tx);
      }
      return this.found(tx, id);
    });
    this.actors.forgetOrganization(actor.organizationId);
    return changed;
  }

  /** @throws {DomainError} `not_found`, `role.held` */
  retire(actor: MemberActor, id: string, key: string): Promise<void> {
    const fingerprint = fingerprintOf('role.retire', id);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'role.retire', fingerprint }, { id });
      if (replayed) return;
      if ((await this.roles.lock(tx, id)) === null) throw notFound();
      await this.roles.retire(tx, id, { action: 'role.retired', target: { noun: 'role', id }, facts: {} });
    });
  }

  /** What may be composed is asked of what the composer holds now, and nobody takes that from them before it is saved. */
  private async allowed(tx: TenantTransaction, actor: MemberActor, { name, sentence, ...chosen }: RoleInput): Promise<ComposedRole> {
    const known = composableAbilities(this.rules);
    const abilities = withWhatTheyNeed(chosen.abilities, known);
    await this.separations.lock(tx);
    const composer = await this.present.of(tx, actor);
    if (composer === null || !this.abilities.of(composer).can('compose', 'role')) throw notFound();
    if (abilities.some((ability) => !known.includes(ability))) throw unknownAbility();
    const own = abilitiesToPassOn(composer, this.rules);
    if (abilities.some((ability) => !own.includes(ability))) throw moreThanOwn();
    return { name, sentence, abilities: known.filter((ability) => abilities.includes(ability)) };
  }

  private async found(tx: TenantTransaction, id: string): Promise<KeptRole> {
    const role = await this.roles.find(tx, id);
    if (role === null) throw notFound();
    return role;
  }
}

const entryOf = (deed: 'composed' | 'changed', id: string, abilities: readonly AbilityName[]): AuditEntry => ({
  action: `role.${deed}`,
  target: { noun: 'role', id },
  facts: { abilities: abilities.join(' ') },
});
