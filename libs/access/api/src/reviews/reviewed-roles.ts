import type { RoleScope } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A role as somebody holds it. */
export interface RoleHolding {
  readonly memberId: string;
  /** a built-in role, or the id of a custom one */
  readonly role: string;
  readonly scope: RoleScope;
}

/** What came of taking a role, or a part of it: what was done, or why nothing was. */
export type TakenRole = 'revoked' | 'reduced' | 'gone' | 'last-owner';

/** Takes the roles a review says are to go, by the same ways as anybody takes one. */
export abstract class ReviewedRoles {
  /** Lets nobody change these members, or any role, until the transaction ends; in an order in which nobody waits for each other. */
  abstract lock(tx: TenantTransaction, memberIds: readonly string[]): Promise<void>;

  /** Takes a role. */
  abstract take(tx: TenantTransaction, holding: RoleHolding): Promise<TakenRole>;

  /** Leaves a role that is held for the whole organization in one place only; nothing is left of it where that place has gone. */
  abstract narrow(tx: TenantTransaction, holding: RoleHolding, to: RoleScope): Promise<TakenRole>;
}
