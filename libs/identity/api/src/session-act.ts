/** Somebody signed in, doing something to their own account, once. */
export interface SessionAct {
  readonly accountId: string;
  readonly sessionId: string;
  /** the Idempotency-Key header */
  readonly key: string;
}
