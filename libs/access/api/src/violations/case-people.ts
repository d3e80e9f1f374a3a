import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Somebody who is told by mail what becomes of a case. */
export interface ToldOfCase {
  readonly memberId: string;
  readonly email: string | null;
  readonly locale: Locale;
}

/** A member somebody reports: nobody else changes them until the transaction ends. */
export interface ReportedMember extends ToldOfCase {
  readonly accountId: string | null;
  /** nobody else who may act owns the organization */
  readonly lastOwner: boolean;
}

/** Knows the members a case is about, and those who look into it. */
export abstract class CasePeople {
  /** Locks a member; `null` where there is none who is known. */
  abstract lock(tx: TenantTransaction, memberId: string): Promise<ReportedMember | null>;

  /** Members by id; those that do not exist are left out. */
  abstract find(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly ToldOfCase[]>;

  /** How the organization is called. */
  abstract organizationName(tx: TenantTransaction): Promise<string>;
}
