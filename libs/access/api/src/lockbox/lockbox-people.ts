import type { LockboxScope, LockboxScopeNamed } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A member by number, with nothing personal. */
export interface ScopedMember {
  readonly id: string;
  readonly number: number;
  readonly status: 'invited' | 'active' | 'suspended' | 'deactivated';
}

/** Which members of a scope: one by number or address, one by id, or the next of them by number. */
export type ScopedWish =
  { readonly number: number } | { readonly email: string } | { readonly memberId: string } | { readonly behind: number; readonly limit: number };

/** Somebody who is told by mail. */
export interface Told {
  readonly memberId: string;
  readonly email: string | null;
  readonly locale: Locale;
}

/** Knows the members and sites of the transaction's organization that a lockbox may be about, and whom to tell. */
export abstract class LockboxPeople {
  /** What somebody named, as it is kept; what is not there is `null` after the same statements. */
  abstract resolve(tx: TenantTransaction, named: LockboxScopeNamed): Promise<LockboxScope>;

  /** Members within a scope, by number; none within a scope of what is not there. One statement. */
  abstract within(tx: TenantTransaction, scope: LockboxScope, wish: ScopedWish): Promise<readonly ScopedMember[]>;

  /** Active members among some ids. One statement. */
  abstract reachable(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly Told[]>;

  /** How the organization is called; `null` where there is none. */
  abstract organizationName(tx: TenantTransaction): Promise<string | null>;
}
