import { Injectable } from '@nestjs/common';
import { DomainError } from '@smartpar/kernel';
import { MESSAGES, noPerson, outlineOf, type ScimQuery, type ScimValue } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import type { FastifyReply } from 'fastify';
import { CallLog } from './call-log';
import { CallRepository } from './call.repository';
import { namesVersion } from './refusals';
import { type CallTold, keptCall, type ScimCall } from './scim-call';
import { SCIM_TYPE, scimFault, scimStatus } from './scim-protocol';
import { etagOf } from './user-row';

/** An answer. */
export interface ScimAnswer {
  readonly status: number;
  readonly body?: ScimValue;
  readonly version?: number;
  readonly location?: string;
}

/** What a change came to, and what is answered to it. */
export interface Done {
  readonly answer: ScimAnswer;
  readonly told: Omit<CallTold, 'status'>;
  /** done once it is kept: what this process remembers of it goes */
  readonly after?: () => void;
}

/** Where every call of a directory is done, answered and kept. */
@Injectable()
export class ScimDesk {
  constructor(
    private readonly database: Database,
    private readonly log: CallLog,
    private readonly calls: CallRepository,
  ) {}

  /** Answers a look at one resource; with the version the directory has, it is not sent again. */
  one(call: ScimCall, reply: FastifyReply, read: () => Promise<{ readonly resource: ScimValue; readonly version: number }>): Promise<void> {
    return this.answered(call, reply, async () => {
      const { resource, version } = await read();
      const known = call.ifNoneMatch !== undefined && (call.ifNoneMatch.trim() === '*' || namesVersion(call.ifNoneMatch, version));
      return { answer: known ? { status: 304, version } : { status: 200, body: resource, version }, told: {} };
    });
  }

  /** Answers a list. */
  list(call: ScimCall, reply: FastifyReply, query: () => ScimQuery, read: (query: ScimQuery) => Promise<ScimValue>): Promise<void> {
    return this.answered(call, reply, async () => {
      const wanted = query();
      return { answer: { status: 200, body: await read(wanted) }, told: { filter: wanted.filter && outlineOf(wanted.filter).slice(0, MOST_OUTLINE) } };
    });
  }

  /** Answers what is the same for everybody. */
  told(call: ScimCall, reply: FastifyReply, body: () => ScimValue): Promise<void> {
    return this.answered(call, reply, () => Promise.resolve({ answer: { status: 200, body: body() }, told: {} }));
  }

  /** Refuses a call that has no meaning here. */
  refused(call: ScimCall, reply: FastifyReply, why: () => DomainError = noPerson): Promise<void> {
    return this.answered(call, reply, () => Promise.reject(why()));
  }

  /** Does something that says itself what of it is kept. */
  async answered(call: ScimCall, reply: FastifyReply, work: () => Promise<Done>): Promise<void> {
    try {
      const { answer, told } = await work();
      this.log.note(call.actor.organizationId, keptCall(call, { status: answer.status, ...told }));
      send(reply, answer);
    } catch (error) {
      throw this.noted(call, error);
    }
  }

  /** Does a change, and keeps the call with it: both, or neither. */
  change(call: ScimCall, reply: FastifyReply, work: (tx: TenantTransaction) => Promise<Done>): Promise<void> {
    return this.changeWith(call, reply, () => Promise.resolve(), work);
  }

  /**
   * Does a change that needs something from a transaction of its own: that one ends before this one begins, since whoever holds a connection and waits
   * for another one keeps everybody waiting.
   */
  async changeWith<T>(
    call: ScimCall,
    reply: FastifyReply,
    prepare: () => Promise<T>,
    work: (tx: TenantTransaction, prepared: T) => Promise<Done>,
  ): Promise<void> {
    try {
      const prepared = await prepare();
      send(reply, (await this.performed(call, (tx) => work(tx, prepared))).answer);
    } catch (error) {
      throw this.noted(call, error);
    }
  }

  /** Does a change without answering it: one of many. */
  async performed(call: ScimCall, work: (tx: TenantTransaction) => Promise<Done>): Promise<Done> {
    const done = await this.database.tenant(call.actor, async (tx) => {
      const worked = await work(tx);
      await this.calls.add(tx, [keptCall(call, { status: worked.answer.status, ...worked.told }, tx.at)]);
      return worked;
    });
    done.after?.();
    return done;
  }

  /** Keeps a call that failed, and says its error as one of many. */
  failed(call: ScimCall, error: unknown): ScimValue {
    this.noted(call, error);
    return errorView(error);
  }

  private noted(call: ScimCall, error: unknown): unknown {
    const [status, fault] = error instanceof DomainError ? [scimStatus(error.status), scimFault(error.code, error.status) ?? error.code] : [500, null];
    this.log.note(call.actor.organizationId, keptCall(call, { status, fault }));
    return error;
  }
}

/** An error as the message the protocol has for it; of what nobody meant to happen it says nothing. */
export function errorView(error: unknown): ScimValue {
  const known = error instanceof DomainError ? error : new DomainError({ code: 'server.error', status: 500, message: 'Something went wrong on our side.' });
  const [status, scimType] = [scimStatus(known.status), scimFault(known.code, known.status)];
  return { schemas: [MESSAGES.error], ...(scimType !== undefined && { scimType }), detail: known.message, status: String(status) };
}

/** Most characters of a filter's outline that are kept. */
const MOST_OUTLINE = 500;

function send(reply: FastifyReply, { status, body, version, location }: ScimAnswer): void {
  void reply.code(status).headers({
    'cache-control': 'no-store',
    ...(version !== undefined && { etag: etagOf(version) }),
    ...(location !== undefined && { location }),
  });
  if (body === undefined) return void reply.send();
  void reply.header('content-type', SCIM_TYPE).serializer(asText).send(body);
}

const asText = (body: unknown): string => JSON.stringify(body);
