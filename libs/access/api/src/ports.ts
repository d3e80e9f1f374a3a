import type { EntryConditions, MemberActor, ProgramActor } from '@smartpar/access/model';
import type { SignedInAccount } from '@smartpar/platform/http';
import type { FastifyRequest } from 'fastify';

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

/** Knows which program a token belongs to. */
export abstract class ProgramSource {
  /**
   * @param realm what the token has to be for
   * @param token as it came; anything at all
   * @returns the program, or `null` for a token that is none, or no longer; found out by the same steps
   */
  abstract authenticate(realm: string, token: string): Promise<ProgramActor | null>;

  /** Hears of a program that asked for more than its token reaches. */
  abstract refused(program: ProgramActor, request: FastifyRequest): void;
}

/** Knows what an organization asks of somebody's sign-in before it lets them in. */
export abstract class EntryRules {
  /** Read once for as long as the member is remembered; whoever changes the answer makes every process forget. */
  abstract conditionsFor(actor: MemberActor): Promise<EntryConditions>;
}
