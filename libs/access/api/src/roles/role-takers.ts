import type { TenantTransaction } from '@smartpar/platform/database';

/** Knows who holds which role, wherever they hold it, at this moment of a transaction. Whoever is no member any more holds none. */
export abstract class RoleTakers {
  /** The roles a member holds: built-in ones by their words, custom ones by their ids. */
  abstract rolesOf(tx: TenantTransaction, memberId: string): Promise<readonly string[]>;

  /** How many members hold a role, suspended ones too. */
  abstract count(tx: TenantTransaction, role: string): Promise<number>;

  /** Whether one member holds both of two roles. */
  abstract anybodyHoldsBoth(tx: TenantTransaction, one: string, other: string): Promise<boolean>;
}
