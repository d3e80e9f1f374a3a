import type { ProfileCategory } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What is kept of a member in some categories; `null` where nothing is. */
export type Values = Readonly<Partial<Record<ProfileCategory, string | null>>>;

/** Knows the personal data of members. */
export abstract class ProfileValues {
  /**
   * Reads some categories of one member, and selects no column of any other.
   * @param categories each at most once; none asks only whether there is such a member
   * @returns `null` where there is no such member in the transaction's organization
   */
  abstract of(tx: TenantTransaction, memberId: string, categories: readonly ProfileCategory[]): Promise<Values | null>;
}
