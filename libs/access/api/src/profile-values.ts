import type { Ability, OrganizationPurpose, ProfileCategory } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What is kept of a member in some categories; `null` where nothing is. */
export type Values = Readonly<Partial<Record<ProfileCategory, string | null>>>;

/** One value of a category that holds several. */
export interface FieldValue {
  readonly category: ProfileCategory;
  /** `department`, or the id of what an organization made up itself */
  readonly field: string;
  readonly value: string;
}

/** By what somebody looks: the rules, and the purpose they look for. */
export interface LookReach {
  readonly ability: Ability;
  readonly purpose: OrganizationPurpose;
}

/** Knows the personal data of members. */
export abstract class ProfileValues {
  /**
   * Reads some categories of one member, and selects no column of any other.
   * @param categories each at most once; none asks only whether there is such a member
   * @param reach the rules that must let whoever looks look at each of them; left out where they let them look at everybody's
   * @returns `null` where there is no such member in the transaction's organization, or none within reach
   */
  abstract of(tx: TenantTransaction, memberId: string, categories: readonly ProfileCategory[], reach?: LookReach): Promise<Values | null>;

  /** The same value by value, as far as something is kept, for a screen that shows each in its place. None where there is no such member, or none within reach. */
  abstract inParts(tx: TenantTransaction, memberId: string, categories: readonly ProfileCategory[], reach?: LookReach): Promise<readonly FieldValue[]>;
}
