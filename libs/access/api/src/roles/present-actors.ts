import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/**
 * Knows what a member holds at this very moment of a transaction. Whoever passes on what they hold is asked here once more: what a process remembers
 * of them may have been taken a moment ago.
 */
export abstract class PresentActors {
  /**
   * Take the lock on the organization's roles first: then nobody takes from the member what they hold until the transaction ends.
   * @returns `null` where they are not active any more
   */
  abstract of(tx: TenantTransaction, actor: MemberActor): Promise<MemberActor | null>;
}
