import type { Ability, GrantScope, ScopeGiven } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { Reachable } from '../holders/ability-holders';

/** What stands for ids on a screen. */
export interface Labels {
  /** numbers of members; `null` for somebody who is no known person any more */
  readonly numbers: ReadonlyMap<string, number | null>;
  /** names of sites and groups, and references of requests */
  readonly names: ReadonlyMap<string, string>;
}

/** Ids that want to be shown. */
export interface ToLabel {
  readonly members: readonly string[];
  readonly sites: readonly string[];
  readonly groups: readonly string[];
  readonly requests: readonly string[];
}

/** Knows the people and places of the transaction's organization that a grant speaks of. */
export abstract class GrantPeople {
  /** A scope as it is kept; `null` where anything it names is not there. */
  abstract resolve(tx: TenantTransaction, scope: ScopeGiven): Promise<GrantScope | null>;

  /** What stands for some ids. */
  abstract labels(tx: TenantTransaction, ids: ToLabel): Promise<Labels>;

  /** Which of some requests somebody may read. */
  abstract readableRequests(tx: TenantTransaction, ability: Ability, requestIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** Whom some requests complain about, by request; those that complain about no member are left out. */
  abstract complainedOf(tx: TenantTransaction, requestIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Active members among some ids. */
  abstract reachable(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly Reachable[]>;

  /** Whether a group is there, and whether a member is in it; `null` where there is none. */
  abstract isInGroup(tx: TenantTransaction, groupId: string, memberId: string): Promise<boolean | null>;

  /** How the organization is called. */
  abstract organizationName(tx: TenantTransaction): Promise<string>;
}
