import type { MemberActor } from '@smartpar/access/model';
import type { WaitingItem } from '@smartpar/home/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Where things wait; the application ties this to the slices that have any. */
export abstract class WaitingSources {
  /**
   * What waits for a member, from every source.
   * @param most how many each source gives at most, its soonest
   * @returns in any order
   */
  abstract within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingItem[]>;
}
