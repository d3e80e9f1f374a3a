import type { EntryProof } from '@smartpar/access/model';

/** Somebody signed in, doing something to their own account, once. */
export interface SessionAct {
  readonly accountId: string;
  readonly sessionId: string;
  /** what the session has proved beyond the password; without it, nothing */
  readonly proof?: EntryProof;
  /** the Idempotency-Key header */
  readonly key: string;
}
