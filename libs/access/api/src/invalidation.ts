import type { TenantTransaction, Transaction } from '@smartpar/platform/database';

/** The channel on which transactions tell what caches in every process must forget. */
export const INVALIDATION_CHANNEL = 'invalidation';

/** Makes every process forget what it remembers of an organization's actors, once the transaction has committed. */
export const forgetOrganization = (tx: TenantTransaction): Promise<void> => tx.notify(INVALIDATION_CHANNEL, `organization:${tx.organizationId}`);

/** Makes every process forget what it remembers of an account's sessions and actors, once the transaction has committed. */
export const forgetAccount = (tx: Transaction, accountId: string): Promise<void> => tx.notify(INVALIDATION_CHANNEL, `account:${accountId}`);

/**
 * Tells open pages of those who read about lockboxes that there is something new, once the transaction has committed. Nobody holds anything else for it.
 * @param staffAccountId whose lockbox it is, where they are to hear of it too
 */
export const tellOfLockbox = (tx: TenantTransaction, staffAccountId?: string): Promise<void> =>
  tx.notify(INVALIDATION_CHANNEL, `lockbox:${tx.organizationId}${staffAccountId === undefined ? '' : `:${staffAccountId}`}`);
