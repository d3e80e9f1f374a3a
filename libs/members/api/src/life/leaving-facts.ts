import type { Envelope, LeaverRequest } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { PlaceHold } from '@smartpar/retention/model';

/** Whom somebody who leaves asks. */
export interface LeavingContact {
  readonly name: string;
  readonly email: string;
}

/** What members need to know of other parts of the house when somebody leaves. */
export abstract class LeavingFacts {
  /** Whom somebody asks about their data; null where nobody is named. */
  abstract contact(tx: TenantTransaction): Promise<LeavingContact | null>;

  /** How many of a member's own requests nobody has answered yet. */
  abstract openRequests(tx: TenantTransaction, memberId: string): Promise<number>;

  /**
   * A member's own requests, newest first, each with what opens it.
   * @param envelope how they got their code: whoever printed it knows it as well, and what they may never read is not among these
   */
  abstract requests(tx: TenantTransaction, memberId: string, envelope: Envelope): Promise<readonly LeaverRequest[]>;

  /** How many holds on a member are in force, and for how many days the data of those who left is kept. */
  abstract keeping(tx: TenantTransaction, memberId: string): Promise<{ readonly holds: number; readonly memberDays: number }>;

  /** Places a hold on a member who is locked already. */
  abstract hold(tx: TenantTransaction, memberId: string, hold: PlaceHold): Promise<void>;
}
