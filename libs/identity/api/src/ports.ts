import type { Membership } from '@smartpar/identity/model';

/** Knows what it means that an invited person came: whoever keeps the members implements it. */
export abstract class Invitations {
  /**
   * Told after somebody signed in, once for each membership that still says `invited`.
   * @param accountId whose
   */
  abstract accept(accountId: string, membership: Membership): Promise<void>;
}
