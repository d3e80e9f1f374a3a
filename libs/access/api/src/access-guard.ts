import { type CanActivate, type ExecutionContext, Injectable, Optional } from '@nestjs/common';
import { type EntryProof, isSignedOut, mayEnter, PASSWORD_ONLY } from '@smartpar/access/model';
import { isId, notFound, Temporal, Time } from '@smartpar/kernel';
import type { FastifyRequest } from 'fastify';
import { type Admitted, type Declaration, DECLARATION, RECENTLY_AUTHENTICATED, type SignedInAccount } from '@smartpar/platform/http';
import { beyondToken, notSignedIn, noToken, ownSideClosed, reauthenticationRequired, secondFactorRequired, sessionLimited } from './errors';
import { Abilities } from './abilities';
import { KnownActors } from './known-actors';
import { ProgramSource, SESSION_COOKIE, SessionSource } from './ports';

/** Where a member's own side of an organization lies. */
const OWN_SIDE = /\/organizations\/:organizationId\/my(?:\/|$)/;

interface Demand {
  readonly declaration: Declaration | undefined;
  readonly recent: boolean;
}

/**
 * Stands before every handler: who is it, in which organization, and may they. Nothing declared means nobody; anything
 * an actor may not do looks exactly like something that is not there.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly demands = new Map<unknown, Demand>();

  constructor(
    private readonly sessions: SessionSource,
    private readonly actors: KnownActors,
    private readonly time: Time,
    private readonly abilities: Abilities,
    @Optional() private readonly programs?: ProgramSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { declaration, recent } = this.demandOf(context.getHandler());
    if (declaration === undefined) throw notFound();
    if (declaration.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string | undefined> }>>();
    if (declaration.kind === 'program') return this.letProgramIn(declaration, request);
    const signedIn = await this.sessions.authenticate(request.cookies[SESSION_COOKIE]);
    if (signedIn === null) throw notSignedIn();
    const admitted = declaration.kind === 'can' ? await this.admitted(signedIn, request.params['organizationId']) : null;
    if (declaration.kind === 'signed-in' && !declaration.alsoLimited && proofOf(signedIn).onlyIn !== null) throw sessionLimited();
    if (admitted !== null) this.refuseEntry(admitted, signedIn, request);
    if (declaration.kind === 'can' && admitted?.ability.can(declaration.action, declaration.noun) !== true) throw notFound();
    if (recent && Temporal.Instant.compare(signedIn.freshUntil, this.time.now()) < 0) throw reauthenticationRequired();
    request.admission = { signedIn, admitted };
    return true;
  }

  private async letProgramIn({ realm, action, noun }: Extract<Declaration, { kind: 'program' }>, request: FastifyRequest): Promise<boolean> {
    const program = (await this.programs?.authenticate(realm, bearerOf(request))) ?? null;
    if (program === null) throw noToken();
    if (!this.abilities.of(program).can(action, noun)) {
      this.programs?.refused(program, request);
      throw beyondToken();
    }
    request.admission = { signedIn: null, admitted: null, program };
    return true;
  }

  private admitted(signedIn: SignedInAccount, written: string | undefined): Admitted | null | Promise<Admitted | null> {
    const { accountId } = signedIn;
    // In the one spelling it is remembered, forgotten and compared in.
    const organizationId = written?.toLowerCase();
    if (!isId(organizationId)) return null;
    if ((proofOf(signedIn).onlyIn ?? organizationId) !== organizationId) return null;
    return this.actors.peek(accountId, organizationId) ?? this.actors.find(accountId, organizationId);
  }

  /** Members hear why they are kept out; strangers never come as far as this. */
  private refuseEntry({ entry }: Admitted, signedIn: SignedInAccount, { routeOptions }: Pick<FastifyRequest, 'routeOptions'>): void {
    const proof = proofOf(signedIn);
    if (!mayEnter(entry, proof, this.time.now())) throw secondFactorRequired();
    const own = OWN_SIDE.test(routeOptions.url ?? '');
    if (proof.onlyIn !== null && own) throw ownSideClosed();
    // what is a member's own is nothing an organization could sign them out of
    if (!own && isSignedOut(entry, proof)) throw reauthenticationRequired();
  }

  private demandOf(handler: unknown): Demand {
    const known = this.demands.get(handler);
    if (known !== undefined) return known;
    const demand = { declaration: declarationOf(handler), recent: typeof handler === 'function' && Reflect.hasMetadata(RECENTLY_AUTHENTICATED, handler) };
    this.demands.set(handler, demand);
    return demand;
  }
}

/** @see RFC 6750 section 2.1 */
const bearerOf = ({ headers: { authorization = '' } }: FastifyRequest): string => /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';

const proofOf = ({ proof }: SignedInAccount): EntryProof => proof ?? PASSWORD_ONLY;

/** What a handler declares. */
export function declarationOf(handler: unknown): Declaration | undefined {
  if (typeof handler !== 'function') return undefined;
  return Reflect.getMetadata(DECLARATION, handler) as Declaration | undefined; // as: only the decorators of this room write under this key
}
