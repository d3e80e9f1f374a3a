import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import {
  beyondToken,
  type BulkOperation,
  type BulkResult,
  bulkView,
  invalidPath,
  invalidValue,
  methodNotAllowed,
  readBulk,
  readPatch,
  referencesIn,
  resolved,
} from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ChangeGroups } from './change-groups';
import { ChangeUsers } from './change-users';
import type { ScimCall } from './scim-call';
import { type Done, ScimDesk } from './scim-desk';
import { changedGroup, changedUser, createdGroup, createdUser, orderOf, removed } from './user-answers';
import { etagOf } from './user-row';

/** What is under way: which operations are done, and what they made. */
interface Progress {
  /** identifiers by the names of the operations that made them */
  readonly ids: Map<string, string>;
  /** names of operations that failed */
  readonly failed: Set<string>;
  readonly results: Map<BulkOperation, BulkResult>;
  /** what is said once more, when all that it refers to is there */
  readonly again: BulkOperation[];
  /** what each operation refers to; it is read once, however often it is asked */
  readonly references: ReadonlyMap<BulkOperation, readonly string[]>;
}

/** Does many operations, each for itself: what one of them refers to is made before it, wherever it stands. */
@Injectable()
export class PerformBulk {
  constructor(
    private readonly desk: ScimDesk,
    private readonly users: ChangeUsers,
    private readonly groups: ChangeGroups,
    private readonly abilities: Abilities,
  ) {}

  /** @throws {DomainError} `scim.invalid_syntax`, `scim.too_large` */
  async run(call: ScimCall, message: unknown): Promise<Done> {
    const { operations, failOnErrors } = readBulk(message);
    const references = new Map(operations.map((one) => [one, referencesOf(one)]));
    const progress: Progress = { ids: new Map(), failed: new Set(), results: new Map(), again: [], references };
    const made = new Set(operations.flatMap(({ method, bulkId }) => (method === 'POST' && bulkId !== null ? [bulkId] : [])));
    let waiting = operations;
    while (waiting.length > 0 && !isEnough(progress, failOnErrors)) {
      const next = waiting.find((one) => openReferences(one, progress, made).length === 0) ?? waiting[0];
      if (next === undefined) break;
      waiting = waiting.filter((one) => one !== next);
      await this.perform(call, next, progress, made);
    }
    for (const operation of progress.again) await this.one(call, operation, progress).catch(() => undefined);
    const results = operations.flatMap((one) => progress.results.get(one) ?? []);
    return { answer: { status: 200, body: bulkView(results) }, told: {} };
  }

  private async perform(call: ScimCall, operation: BulkOperation, progress: Progress, made: ReadonlySet<string>): Promise<void> {
    const open = openReferences(operation, progress, made);
    try {
      refuseLost(operation, progress, made);
      const { result, id } = await this.one(call, operation, progress);
      progress.results.set(operation, result);
      if (operation.method === 'POST' && operation.bulkId !== null && id !== null) progress.ids.set(operation.bulkId, id);
      // of two that refer to each other the first one is made without, and told of the other once that is there
      if (open.length > 0 && id !== null) progress.again.push({ ...operation, method: 'PUT', id, version: undefined });
    } catch (error) {
      if (operation.bulkId !== null) progress.failed.add(operation.bulkId);
      const response = this.desk.failed(callWithin(call, operation), error);
      progress.results.set(operation, { operation, status: Number(response['status']), response });
    }
  }

  private async one(call: ScimCall, operation: BulkOperation, { ids }: Progress): Promise<{ readonly result: BulkResult; readonly id: string | null }> {
    const data = resolved(operation.data, ids);
    const id = operation.id === null ? null : String(resolved(operation.id, ids) ?? operation.id);
    const within = callWithin(call, operation);
    const work = await this.workFor(within, operation, id, data);
    const { answer, told } = await this.desk.performed(within, work);
    const { status, location = id === null ? undefined : `${call.base}/${operation.collection}/${id}`, version } = answer;
    return { result: { operation, status, location, version: version === undefined ? undefined : etagOf(version) }, id: told.resourceId ?? id };
  }

  private async workFor(
    call: ScimCall,
    { collection, method }: BulkOperation,
    id: string | null,
    data: unknown,
  ): Promise<(tx: TenantTransaction) => Promise<Done>> {
    const noun = NOUNS.get(collection);
    if (noun === undefined) throw invalidPath('path is /Users or /Groups, with an identifier behind it for what is there.');
    if (!this.abilities.of(call.actor).can('change', noun)) throw beyondToken();
    if ((method === 'POST') !== (id === null)) throw methodNotAllowed();
    if (noun === 'provisioned-user' && method === 'POST') {
      const prepared = await this.users.prepare(call.actor.organizationId, data);
      return async (tx) => createdUser(call, await this.users.create(tx, prepared, call.base));
    }
    if (noun === 'provisioned-user') return (tx) => this.onUser(tx, call, method, id ?? '', data);
    return (tx) => this.onGroup(tx, call, method, id ?? '', data);
  }

  private async onUser(tx: TenantTransaction, call: ScimCall, method: BulkOperation['method'], id: string, data: unknown): Promise<Done> {
    switch (method) {
      case 'POST':
        throw methodNotAllowed();
      case 'PUT':
        return changedUser(call, await this.users.replace(tx, orderOf(call, id), data));
      case 'PATCH':
        return changedUser(call, await this.users.patch(tx, orderOf(call, id), readPatch(data)));
      case 'DELETE':
        return removed(await this.users.remove(tx, orderOf(call, id)));
    }
  }

  private async onGroup(tx: TenantTransaction, call: ScimCall, method: BulkOperation['method'], id: string, data: unknown): Promise<Done> {
    switch (method) {
      case 'POST':
        return createdGroup(call, await this.groups.create(tx, data, call.base));
      case 'PUT':
        return changedGroup(call, await this.groups.replace(tx, orderOf(call, id), data));
      case 'PATCH':
        return changedGroup(call, await this.groups.patch(tx, orderOf(call, id), readPatch(data)));
      case 'DELETE':
        return removed(await this.groups.remove(tx, orderOf(call, id)));
    }
  }
}

const NOUNS: ReadonlyMap<string, 'provisioned-user' | 'provisioned-group'> = new Map([
  ['Users', 'provisioned-user'],
  ['Groups', 'provisioned-group'],
]);

/** One of many, as a call of its own; what is no kind of resource is not written down. */
const callWithin = (call: ScimCall, { method, collection, version }: BulkOperation): ScimCall => ({
  ...call,
  method,
  path: NOUNS.has(collection) ? `Bulk/${collection}` : 'Bulk',
  ifMatch: version,
});

const isEnough = ({ results }: Progress, failOnErrors: number | null): boolean =>
  failOnErrors !== null && [...results.values()].filter(({ status }) => status >= 400).length >= failOnErrors;

const referencesOf = ({ id, data }: BulkOperation): readonly string[] => [...new Set([...referencesIn(id), ...referencesIn(data)])];

/** What an operation refers to that is to be made and is not there yet. */
const openReferences = (operation: BulkOperation, { ids, failed, references }: Progress, made: ReadonlySet<string>): readonly string[] =>
  (references.get(operation) ?? []).filter((name) => made.has(name) && !ids.has(name) && !failed.has(name) && name !== operation.bulkId);

/** @throws {DomainError} `scim.invalid_value` where something is referred to that was not made */
function refuseLost(operation: BulkOperation, { failed, references }: Progress, made: ReadonlySet<string>): void {
  const lost = references.get(operation)?.find((name) => failed.has(name) || !made.has(name));
  if (lost !== undefined) throw invalidValue('bulkId: What is referred to was not made.');
}
