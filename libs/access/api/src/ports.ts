import type { EntryConditions, MemberActor } from '@smartpar/access/model';
import type { SignedInAccount } from '@smartpar/platform/http';

/** Name of the cookie that holds a session. The prefix ties it to this very host and to TLS (RFC 6265bis). */
export const SESSION_COOKIE = '__Host-session';

/** Knows who a session belongs to. */
export abstract class SessionSource {
  /**
   * @param cookie value of the session cookie
   * @returns who it is, or `null` where nobody is signed in with it any more
   */
  abstract authenticate(cookie: string | undefined): Promise<SignedInAccount | null>;
}

/** Knows as which member an account acts in an organization. */
export abstract class ActorSource {
  /** @returns the member with their roles, or `null` where the account has none there that may act */
  abstract actorOf(accountId: string, organizationId: string): Promise<MemberActor | null>;
}

/** Knows what an organization asks of somebody's sign-in before it lets them in. */
export abstract class EntryRules {
  /** Read once for as long as the member is remembered; whoever changes the answer makes every process forget. */
  abstract conditionsFor(actor: MemberActor): Promise<EntryConditions>;
}
