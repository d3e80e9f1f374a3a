import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { DomainError } from '@smartpar/kernel';
import { GROUP_TYPE, isWanted, type ScimQuery, type ScimValue, tooFar } from '@smartpar/members/model';
import { ReadGroups } from './read-groups';
import { ReadUsers, type ScimPage } from './read-users';
import type { ScimCall } from './scim-call';

/** A page of all kinds, and where it stands. */
export type PageOfAll = readonly [resources: readonly ScimValue[], place: { readonly total: number; readonly startIndex: number }];

const NOTHING: ScimPage = { resources: [], total: 0 };

/** How far into a list over all kinds one may ask. */
const FURTHEST = 10_000;

/** Searches all kinds of resources at once. */
@Injectable()
export class SearchEverything {
  constructor(
    private readonly users: ReadUsers,
    private readonly groups: ReadGroups,
    private readonly abilities: Abilities,
  ) {}

  /**
   * A page over users and groups, whichever came last first. A kind that lacks an attribute of the filter has no resource it selects. Who is in the
   * groups is shown where it is asked for by name.
   * @throws {DomainError} `scim.invalid_filter` where no kind has it, `scim.too_many`
   */
  async run({ actor, base }: ScimCall, query: ScimQuery): Promise<PageOfAll> {
    const { startIndex, count } = query;
    const last = startIndex - 1 + count;
    if (last > FURTHEST) throw tooFar(FURTHEST);
    const upTo = { ...query, startIndex: 1, count: last, sortBy: null };
    const ability = this.abilities.of(actor);
    const faults: DomainError[] = [];
    const pageOf = (noun: string, read: () => Promise<ScimPage>): Promise<ScimPage> =>
      ability.can('read', noun) ? read().catch((error: unknown) => (faults.push(faultOf(error)), NOTHING)) : Promise.resolve(NOTHING);
    const [users, groups] = await Promise.all([
      pageOf('provisioned-user', () => this.users.page(actor, upTo, base)),
      pageOf('provisioned-group', () => this.groups.page(actor, withoutMembers(upTo), base)),
    ]);
    const [fault, other] = faults;
    if (fault !== undefined && other !== undefined) throw fault;
    const all = [...users.resources, ...groups.resources].toSorted((one, next) => (String(one['id']) > String(next['id']) ? -1 : 1));
    return [all.slice(startIndex - 1, last), { total: users.total + groups.total, startIndex }];
  }
}

const withoutMembers = (query: ScimQuery): ScimQuery =>
  query.attributes === null && isWanted(GROUP_TYPE, query, 'members') ? { ...query, excludedAttributes: [...query.excludedAttributes, 'members'] } : query;

function faultOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
