import type { TenantTransaction, Transaction } from '@smartpar/platform/database';

/** The channel on which transactions tell what caches in every process must forget. */
export const INVALIDATION_CHANNEL = 'invalidation';

/** Makes every process forget what it remembers of an organization's actors, once the transaction has committed. */
export const forgetOrganization = (tx: TenantTransaction): Promise<void> => tx.notify(INVALIDATION_CHANNEL, `organization:${tx.organizationId}`);

/** Makes every process forget what it remembers of an account's sessions and actors, once the transaction has committed. */
export const forgetAccount = (tx: Transaction, accountId: string): Promise<void> => tx.notify(INVALIDATION_CHANNEL, `account:${accountId}`);
