import type { TenantTransaction } from '@smartpar/platform/database';

/** Whoever keeps a copy of organizations' names. */
export abstract class NameListeners {
  /** The transaction's organization has a new name; called in the transaction that gives it. */
  abstract renamed(tx: TenantTransaction): Promise<void>;
}
