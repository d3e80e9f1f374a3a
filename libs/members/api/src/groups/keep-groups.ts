import { Injectable } from '@nestjs/common';
import { Abilities, forgetOrganization, gainsThroughGroups, KnownActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import {
  type GroupChange,
  groupFromDirectory,
  groupWidensOwnSight,
  MAX_GROUPS,
  type MemberGroup,
  tooManyGroups,
  unknownToGroup,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { MemberConditions } from '../member-conditions';
import { GroupRepository } from './group.repository';

/** Keeps the groups of an organization, and who is in which. */
@Injectable()
export class KeepGroups {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly groups: GroupRepository,
    private readonly actors: KnownActors,
  ) {}

  /** All of them, by name. */
  list(actor: MemberActor): Promise<readonly MemberGroup[]> {
    return this.database.tenant(actor, (tx) => this.groups.list(tx));
  }

  /** @throws {DomainError} `group.too_many`, `group.name_taken` */
  add(actor: MemberActor, name: string, key: string): Promise<MemberGroup> {
    const fingerprint = fingerprintOf('group.add', name);
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: 'group.add', fingerprint }, { id: newId() });
      if (!replayed) {
        if ((await this.groups.count(tx)) >= MAX_GROUPS) throw tooManyGroups();
        await this.groups.add(tx, reference.id, name, entryOf('added', reference.id));
      }
      return this.groups.find(tx, reference.id);
    });
  }

  /** @throws {DomainError} `not_found`, `group.changed_meanwhile`, `group.name_taken`, `group.from_directory` */
  rename(actor: MemberActor, id: string, { version, name }: GroupChange, key: string): Promise<MemberGroup> {
    return this.act(actor, { operation: 'group.rename', id, content: { version, name }, key }, async (tx) => {
      await this.refuseDirectory(tx, id);
      await this.groups.rename(tx, { id, version }, name, entryOf('renamed', id));
    });
  }

  /** @throws {DomainError} `not_found`, `group.in_use`, `group.has_groups` */
  async remove(actor: MemberActor, id: string, key: string): Promise<void> {
    const fingerprint = fingerprintOf('group.remove', id);
    await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'group.remove', fingerprint }, { id });
      if (replayed) return;
      await this.groups.remove(tx, id, entryOf('removed', id));
      await forgetOrganization(tx);
    });
    this.actors.forgetOrganization(actor.organizationId);
  }

  /**
   * Puts members in; whoever is in it already stays.
   * @throws {DomainError} `not_found`, `group.unknown_member`, `group.from_directory`, `group.widens_own_sight`
   */
  putIn(actor: MemberActor, id: string, memberIds: readonly string[], key: string): Promise<MemberGroup> {
    return this.act(actor, { operation: 'group.put-in', id, content: [...memberIds], key }, async (tx) => {
      await this.refuseDirectory(tx, id);
      await this.refuseUnknown(tx, actor, memberIds);
      await this.refuseGain(tx, actor, id, memberIds);
      const entries = [...new Set(memberIds)].map((memberId) => movedEntry('put-in-group', memberId, id));
      if ((await this.groups.putIn(tx, id, memberIds, entries)) > 0) await forgetOrganization(tx);
    });
  }

  /** Takes members out; whoever is not in it stays out. @throws {DomainError} `not_found`, `group.unknown_member`, `group.from_directory` */
  takeOut(actor: MemberActor, id: string, memberIds: readonly string[], key: string): Promise<MemberGroup> {
    return this.act(actor, { operation: 'group.take-out', id, content: [...memberIds], key }, async (tx) => {
      await this.refuseDirectory(tx, id);
      await this.refuseUnknown(tx, actor, memberIds);
      const entries = [...new Set(memberIds)].map((memberId) => movedEntry('taken-out-of-group', memberId, id));
      if ((await this.groups.takeOut(tx, id, memberIds, entries)) > 0) await forgetOrganization(tx);
    });
  }

  private async act(actor: MemberActor, order: GroupOrder, deed: (tx: TenantTransaction) => Promise<void>): Promise<MemberGroup> {
    const { operation, id, content, key } = order;
    const fingerprint = fingerprintOf(operation, id, content);
    const group = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint }, { id });
      if (!replayed) await deed(tx);
      return this.groups.find(tx, id);
    });
    // the other processes hear of it, this one knows
    this.actors.forgetOrganization(actor.organizationId);
    return group;
  }

  private async refuseDirectory(tx: TenantTransaction, id: string): Promise<void> {
    if ((await this.groups.find(tx, id)).source === 'directory') throw groupFromDirectory();
  }

  /** Whoever sees more by it asks another owner: nobody widens their own sight. */
  private async refuseGain(tx: TenantTransaction, { memberId }: MemberActor, id: string, memberIds: readonly string[]): Promise<void> {
    const comes = memberIds.includes(memberId) ? 'self' : 'others';
    if (await gainsThroughGroups(tx, { memberId, groupIds: await this.groups.above(tx, id), comes })) throw groupWidensOwnSight();
  }

  /** Whom one may not read, one finds out nothing about here either. */
  private async refuseUnknown(tx: TenantTransaction, actor: MemberActor, memberIds: readonly string[]): Promise<void> {
    const conditions = new MemberConditions(tx.organizationId, this.abilities.of(actor), 'read');
    conditions.require(`m.id = any(${conditions.bind(memberIds)}::uuid[])`);
    const known = await tx.query(`select m.id from members m where ${conditions.text}`, conditions.values);
    if (known.length !== new Set(memberIds).size) throw unknownToGroup();
  }
}

interface GroupOrder {
  readonly operation: string;
  readonly id: string;
  readonly content: string[] | { version: number; name: string };
  readonly key: string;
}

const entryOf = (deed: 'added' | 'renamed' | 'removed', id: string): AuditEntry => ({ action: `group.${deed}`, target: { noun: 'group', id }, facts: {} });

const movedEntry = (deed: 'put-in-group' | 'taken-out-of-group', memberId: string, groupId: string): AuditEntry => ({
  action: `member.${deed}`,
  target: { noun: 'member', id: memberId },
  facts: { groupId },
});
