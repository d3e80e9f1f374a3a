import type { TenantTransaction } from '@smartpar/platform/database';

/** Tells which members an organization has. */
export abstract class KnownMembers {
  /**
   * Which of some members are active in the transaction's organization.
   * @param memberIds identifiers from outside
   */
  abstract activeOf(tx: TenantTransaction, memberIds: readonly string[]): Promise<ReadonlySet<string>>;
}
