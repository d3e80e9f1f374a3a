import type { Role } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { Place } from '@smartpar/requests/model';

/** What privacy requests need to know about a member, asking or answering. */
export interface MemberFacts {
  readonly memberId: string;
  /** as in `M-10422` */
  readonly number: number;
  /** how the member signs: first and last name */
  readonly name: string;
  /** null once de-identified */
  readonly email: string | null;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  /** may act and receive mail */
  readonly active: boolean;
  /** where their site is, as far as it is known */
  readonly place: Place | null;
}

/** A member who may answer privacy requests. */
export interface Answerer extends MemberFacts {
  /** they may open any request that is not about themselves, not only those they were asked to answer */
  readonly opensAll: boolean;
}

/** Knows the members of the transaction's organization who ask and who answer. */
export abstract class Answerers {
  /** Members by id, whatever state they are in; those that do not exist are left out. One statement. */
  abstract find(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly MemberFacts[]>;

  /** The member who has an address now, active or not; former members are not found by theirs. @param address folded. One statement. */
  abstract holderOf(tx: TenantTransaction, address: string): Promise<MemberFacts | null>;

  /** Active members who may answer by what they hold, by a role of the organization's own too; by number. */
  abstract answering(tx: TenantTransaction): Promise<readonly Answerer[]>;

  /** Active members who hold at least one of some built-in roles, by number. One statement. */
  abstract holding(tx: TenantTransaction, roles: readonly Role[]): Promise<readonly MemberFacts[]>;
}
