import { Injectable } from '@nestjs/common';
import { forgetOrganization, KnownActors } from '@smartpar/access/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { isId, newId } from '@smartpar/kernel';
import {
  type GroupStep,
  type GroupValues,
  MAX_GROUPS,
  namesOfSteps,
  type PatchOperation,
  readGroup,
  resourceNotFound,
  stepsOf,
  tooManyGroups,
} from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { GroupRepository } from '../groups/group.repository';
import type { ChangedResource, ChangeOrder } from './change-users';
import { ProvisionedGroupRepository } from './provisioned-group.repository';
import { ReadGroups } from './read-groups';
import { refuseOlder, sayScim } from './refusals';

/** Up to how many members a group shows after a change; the answer of a larger one would be longer than what was asked. */
export const MOST_SHOWN = 1000;

/** What a change of a group came to; of a large one nothing is shown. */
export type ChangedGroup = ChangedResource & { readonly large: boolean };

/** Changes groups as an organization's directory says. */
@Injectable()
export class ChangeGroups {
  constructor(
    private readonly groups: GroupRepository,
    private readonly directory: ProvisionedGroupRepository,
    private readonly reading: ReadGroups,
    private readonly actors: KnownActors,
  ) {}

  /** Makes a new one. @throws {DomainError} `scim.uniqueness`, `scim.invalid_value`, `scim.invalid_syntax` */
  async create(tx: TenantTransaction, body: unknown, base: string): Promise<ChangedGroup> {
    const { displayName, externalId, members, notKept } = readGroup(body);
    const id = newId();
    if ((await this.groups.count(tx)) >= MAX_GROUPS) sayScim(tooManyGroups());
    await this.groups.add(tx, id, displayName, groupEntry('added', id), 'directory').catch(sayScim);
    const steps: GroupStep[] = [];
    if (externalId !== null) steps.push({ kind: 'identify', externalId });
    if (members !== null && members.length > 0) steps.push({ kind: 'put-in', members });
    await this.perform(tx, id, steps);
    return this.shown(tx, id, base, { changed: ['displayName', ...namesOfSteps(steps)], notKept });
  }

  /** Puts what the directory says in place of what it said before; without members said, nobody is left in it. @throws {DomainError} `not_found`, `scim.version`, and as `create` */
  async replace(tx: TenantTransaction, order: ChangeOrder, body: unknown): Promise<ChangedGroup> {
    const { notKept, ...values } = readGroup(body);
    return this.change(tx, order, stepsFor(values), notKept);
  }

  /** Changes parts. @throws {DomainError} as `replace`, and `scim.no_target`, `scim.invalid_path`, `scim.mutability` */
  async patch(tx: TenantTransaction, order: ChangeOrder, operations: readonly PatchOperation[]): Promise<ChangedGroup> {
    return this.change(tx, order, stepsOf(operations), []);
  }

  /** Removes a group. @throws {DomainError} `not_found`, `scim.version`, `group.in_use` while a role or a grant hangs on it */
  async remove(tx: TenantTransaction, { id, ifMatch }: ChangeOrder): Promise<Pick<ChangedResource, 'after'>> {
    refuseOlder(ifMatch, await this.held(tx, id));
    await this.groups.remove(tx, id, groupEntry('removed', id));
    await forgetOrganization(tx);
    return { after: this.forgetting(tx) };
  }

  /** A role or a grant may hang on who is in a group. */
  private forgetting({ organizationId }: TenantTransaction): () => void {
    return () => this.actors.forgetOrganization(organizationId);
  }

  private async change(
    tx: TenantTransaction,
    { id, base, ifMatch }: ChangeOrder,
    steps: readonly GroupStep[],
    notKept: readonly string[],
  ): Promise<ChangedGroup> {
    refuseOlder(ifMatch, await this.held(tx, id));
    await this.perform(tx, id, steps).catch(sayScim);
    return this.shown(tx, id, base, { changed: namesOfSteps(steps), notKept });
  }

  private async held(tx: TenantTransaction, id: string): Promise<number> {
    const revision = isId(id) ? await this.directory.hold(tx, id) : null;
    if (revision === null) throw resourceNotFound();
    return revision;
  }

  /** One statement for each step, in order: a later one sees what the one before it did. */
  private async perform(tx: TenantTransaction, id: string, steps: readonly GroupStep[]): Promise<void> {
    let moved = 0;
    for (const step of steps) moved += await this.step(tx, id, step);
    if (moved > 0) await forgetOrganization(tx);
  }

  private async step(tx: TenantTransaction, id: string, step: GroupStep): Promise<number> {
    const [comes, goes] = [movedEntry('put-in-group', id), movedEntry('taken-out-of-group', id)];
    switch (step.kind) {
      case 'rename':
        await this.directory.name(tx, id, { name: step.displayName, externalId: undefined }, groupEntry('renamed', id));
        return 0;
      case 'identify':
        await this.directory.name(tx, id, { name: null, externalId: step.externalId }, groupEntry('identified', id));
        return 0;
      case 'put-in':
        return this.directory.putIn(tx, id, step.members, comes);
      case 'take-out':
        return this.directory.takeOut(tx, id, step.members, goes);
      case 'fill':
        return (await this.directory.keepOnly(tx, id, step.members, goes)) + (await this.directory.putIn(tx, id, step.members, comes));
      case 'empty':
        return step.filter === null ? this.directory.keepOnly(tx, id, [], goes) : this.directory.takeOutSelected(tx, id, step.filter, goes);
    }
  }

  private async shown(tx: TenantTransaction, id: string, base: string, told: Pick<ChangedResource, 'changed' | 'notKept'>): Promise<ChangedGroup> {
    const { size } = await this.reading.within(tx, id, base, { members: false });
    const large = size > MOST_SHOWN;
    const { resource, version } = await this.reading.within(tx, id, base, { members: !large });
    return { id, resource, version, large, ...told, after: this.forgetting(tx) };
  }
}

const stepsFor = ({ displayName, externalId, members }: GroupValues): readonly GroupStep[] => [
  { kind: 'rename', displayName },
  { kind: 'identify', externalId },
  { kind: 'fill', members: members ?? [] },
];

const groupEntry = (done: 'added' | 'renamed' | 'removed' | 'identified', id: string): AuditEntry => ({
  action: `group.${done}`,
  target: { noun: 'group', id },
  facts: {},
});

/** One of each who comes or goes. */
const movedEntry = (deed: 'put-in-group' | 'taken-out-of-group', groupId: string): AuditEntry => ({
  action: `member.${deed}`,
  target: { noun: 'group', id: groupId },
  facts: { groupId },
});
