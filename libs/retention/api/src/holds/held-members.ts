import type { TenantTransaction } from '@smartpar/platform/database';

/** Knows the members that something can be held about, and those who left. */
export abstract class HeldMembers {
  /** Keeps a member as they are until the transaction ends. @returns whether they are there and known still */
  abstract lock(tx: TenantTransaction, memberId: string): Promise<boolean>;

  /** Works out anew until when the data of everybody who left is kept. */
  abstract lookAgain(tx: TenantTransaction): Promise<void>;
}
