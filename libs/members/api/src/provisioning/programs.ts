import { Injectable } from '@nestjs/common';
import { ProgramSource } from '@smartpar/access/api';
import { type ProgramActor, type ProgramToken, systemActor } from '@smartpar/access/model';
import { isId, newId, Time } from '@smartpar/kernel';
import { reachOf, tokenStateAt, tokenWorks } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import type { FastifyRequest } from 'fastify';
import { CallLog } from './call-log';
import { callOf, keptCall, REALM } from './scim-call';
import { CheckToken } from '../tokens/check-token';
import { type KeptToken, READ_TOKEN } from '../tokens/kept-token';
import { type PresentedToken, presentedToken, sameHash } from '../tokens/token-text';

/**
 * Lets directories in by the tokens of their organizations. Nothing is remembered from one call to the next, so that a token that was revoked opens
 * nothing from that moment on; and what is no token at all costs the same read as one that is unknown.
 */
@Injectable()
export class Programs extends ProgramSource {
  constructor(
    private readonly database: Database,
    private readonly tokens: CheckToken,
    private readonly time: Time,
    private readonly log: CallLog,
  ) {
    super();
  }

  override refused(program: ProgramActor, request: FastifyRequest): void {
    this.log.note(program.organizationId, keptCall(callOf(request, program), { status: 403, fault: 'forbidden' }));
  }

  override async authenticate(realm: string, token: string): Promise<ProgramActor | null> {
    const read = presentedToken(`Bearer ${token}`);
    const presented = read !== null && isId(read.organizationId) && isId(read.id) ? read : nobodys();
    const { organizationId, id, hash } = presented;
    const [kept] = await this.database.readTenant<KeptToken>(organizationId, { text: READ_TOKEN, values: [organizationId, id] });
    const known = sameHash(kept?.hash ?? NO_HASH, hash);
    const now = this.time.now();
    const reach = kept === undefined ? null : reachOf(kept.scope);
    if (kept === undefined || !known || reach === null || realm !== REALM || !tokenWorks(tokenStateAt(kept, now.epochMilliseconds))) return null;
    const actor = programOf(organizationId, { id, realm, ...reach });
    if (kept.lastUsedOn !== now.toString().slice(0, 10)) await this.database.tenant(actor, (tx) => this.tokens.noteUse(tx, id));
    return actor;
  }
}

const NO_HASH = Buffer.alloc(32);

const programOf = (organizationId: string, token: ProgramToken): ProgramActor => ({ ...systemActor(organizationId, REALM), token });

/** What stands for something that is no token: it is looked for as one would be, and found by nobody. */
const nobodys = (): PresentedToken => ({ organizationId: newId(), id: newId(), hash: NO_HASH });
