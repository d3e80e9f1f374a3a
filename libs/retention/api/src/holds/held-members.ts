import type { TenantTransaction } from '@smartpar/platform/database';

/** Knows the members that something can be held about. */
export abstract class HeldMembers {
  /** Keeps a member as they are until the transaction ends. @returns whether they are there and known still */
  abstract lock(tx: TenantTransaction, memberId: string): Promise<boolean>;
}
