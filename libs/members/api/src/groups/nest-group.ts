import { Injectable } from '@nestjs/common';
import { forgetOrganization, gainsThroughGroups, KnownActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import {
  groupFromDirectory,
  groupInsideItself,
  groupsTooDeep,
  groupWidensOwnSight,
  MAX_GROUP_LEVELS,
  type MemberGroup,
  unknownParent,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { GroupRepository } from './group.repository';

const OPERATION = 'group.nest';

/** Puts groups into one another: whoever is in the inner one is in the outer one as well, for whatever hangs on it. */
@Injectable()
export class NestGroup {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupRepository,
    private readonly actors: KnownActors,
  ) {}

  /**
   * @param parentId the group it is to stand inside; `null` for none
   * @throws {DomainError} `not_found`, `group.unknown_parent`, `group.inside_itself`, `group.too_deep`, `group.from_directory`, `group.widens_own_sight`
   */
  async run(actor: MemberActor, id: string, parentId: string | null, key: string): Promise<MemberGroup> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, id, parentId) };
    const group = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, { id });
      if (!replayed) await this.nest(tx, actor, id, parentId);
      return this.groups.find(tx, id);
    });
    this.actors.forgetOrganization(actor.organizationId);
    return group;
  }

  private async nest(tx: TenantTransaction, actor: MemberActor, id: string, parentId: string | null): Promise<void> {
    const { parentId: from } = await this.groups.find(tx, id);
    const concerned = [id, ...(parentId === null || parentId === id ? [] : [parentId])];
    if ((await this.groups.holdAll(tx, concerned)) < concerned.length) throw parentId === null ? notFound() : unknownParent();
    if (parentId !== null) await this.refuse(tx, actor, id, parentId);
    if (from === parentId) return;
    await this.groups.nest(tx, id, parentId, { action: 'group.nested', target: { noun: 'group', id }, facts: { from, to: parentId } });
    await forgetOrganization(tx);
  }

  private async refuse(tx: TenantTransaction, { memberId }: MemberActor, id: string, parentId: string): Promise<void> {
    const above = await this.groups.above(tx, parentId);
    if (above.includes(id)) throw groupInsideItself();
    if (above.length + (await this.groups.levels(tx, id)) > MAX_GROUP_LEVELS) throw groupsTooDeep();
    if ((await this.groups.find(tx, parentId)).source === 'directory') throw groupFromDirectory();
    const comes = (await this.groups.holds(tx, id, memberId)) ? 'self' : 'others';
    if (await gainsThroughGroups(tx, { memberId, groupIds: above, comes })) throw groupWidensOwnSight();
  }
}
