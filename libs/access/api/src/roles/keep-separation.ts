import { Injectable } from '@nestjs/common';
import { heldTogether, type KeptSeparation, type MemberActor, overLimit, unknownRole } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { isBuiltIn } from './assignment.repository';
import { CustomRoleRepository } from './custom-role.repository';
import { RoleTakers } from './role-takers';
import { SeparationRepository } from './separation.repository';

const OPERATION = 'role.keep-apart';

/** Says which roles nobody may hold together, and how many may hold one; never against how things are. */
@Injectable()
export class KeepSeparation {
  constructor(
    private readonly database: Database,
    private readonly separations: SeparationRepository,
    private readonly roles: CustomRoleRepository,
    private readonly takers: RoleTakers,
  ) {}

  /** What is kept apart. */
  read(actor: MemberActor): Promise<KeptSeparation> {
    return this.database.tenant(actor, (tx) => this.separations.find(tx));
  }

  /** @throws {DomainError} `role.changed_meanwhile`, `role.unknown`, `role.held_together`, `role.over_limit` */
  replace(actor: MemberActor, change: KeptSeparation, key: string): Promise<KeptSeparation> {
    const fingerprint = fingerprintOf(OPERATION, change);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, {});
      if (!replayed) await this.apply(tx, change);
      return this.separations.find(tx);
    });
  }

  private async apply(tx: TenantTransaction, { version, ...change }: KeptSeparation): Promise<void> {
    await this.separations.lock(tx);
    const { pairs, limits } = await this.withoutRetired(tx, change);
    for (const [one, other] of pairs) if (await this.takers.anybodyHoldsBoth(tx, one, other)) throw heldTogether();
    for (const { role, most } of limits) if ((await this.takers.count(tx, role)) > most) throw overLimit();
    const kept = { version, pairs: unique(pairs), limits };
    const facts = {
      pairs: kept.pairs.map((pair) => pair.join('+')).join(' '),
      limits: limits.map(({ role, most }) => `${role}:${most}`).join(' '),
    };
    await this.separations.replace(tx, kept, { action: 'role.kept-apart', target: { noun: 'role', id: 'separation' }, facts });
  }

  /** What was said of a role that is retired by now falls away by itself; any other role that is not there is a mistake. */
  private async withoutRetired(tx: TenantTransaction, { pairs, limits }: Omit<KeptSeparation, 'version'>): Promise<Omit<KeptSeparation, 'version'>> {
    const [before, custom] = await Promise.all([this.separations.find(tx), this.roles.list(tx)]);
    const isThere = (role: string): boolean => isBuiltIn(role) || custom.some(({ id }) => id === role);
    const said = new Set(rolesIn(before));
    if (rolesIn({ pairs, limits }).some((role) => !isThere(role) && !said.has(role))) throw unknownRole();
    return { pairs: pairs.filter((pair) => pair.every(isThere)), limits: limits.filter(({ role }) => isThere(role)) };
  }
}

/** Each pair once, whichever of the two was named first. */
function unique(pairs: KeptSeparation['pairs']): KeptSeparation['pairs'] {
  const sorted = pairs.map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]));
  return sorted.filter((pair, index) => sorted.findIndex((same) => same.join() === pair.join()) === index);
}

const rolesIn = ({ pairs, limits }: Omit<KeptSeparation, 'version'>): readonly string[] => [...pairs.flat(), ...limits.map(({ role }) => role)];
