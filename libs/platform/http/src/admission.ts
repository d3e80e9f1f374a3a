import type { Ability, EntryConditions, EntryProof, MemberActor, ProgramActor } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';

/** Somebody who signed in. */
export interface SignedInAccount {
  readonly accountId: string;
  readonly sessionId: string;
  /** until when the last proof of identity is recent enough for dangerous acts */
  readonly freshUntil: Temporal.Instant;
  /** what the session has proved beyond the password; without it, nothing */
  readonly proof?: EntryProof;
}

/** A member with what they may do. */
export interface Admitted {
  readonly actor: MemberActor;
  readonly ability: Ability;
  /** what the organization asks of their sign-in */
  readonly entry: EntryConditions;
}

/** What the guard found out about a request. */
export interface Admission {
  readonly signedIn: SignedInAccount | null;
  readonly admitted: Admitted | null;
  /** the program that came with a token */
  readonly program?: ProgramActor;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** what the guard found out; nothing on public routes */
    admission?: Admission;
  }
}
