import { Injectable } from '@nestjs/common';
import { Abilities, allowedOr404 } from '@smartpar/access/api';
import type { Actor } from '@smartpar/access/model';
import type { AuditEntry, Json } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import type { RequestState } from '@smartpar/requests/model';
import type { Decide, Deed } from './deed';
import { DraftRepository } from './draft.repository';
import { EscalationRepository } from './escalation.repository';
import { PersonMails } from './person-mails';
import { type Administrator, Administrators } from './ports/administrators';
import { Answerers } from './ports/answerers';
import { ReminderPlan } from './reminder-plan';
import { settle } from './settle';
import type { EntryAuthor } from './request-entry';
import { type LockedRequest, RequestRepository } from './request.repository';
import type { RequestProgress } from './request-row';

/** What somebody wants done to a request. */
export interface Order {
  readonly requestId: string;
  /** what they must be allowed to do with it */
  readonly action: 'answer' | 'assign' | 'append';
  /** `privacy-request.reply` */
  readonly operation: string;
  /** the Idempotency-Key header */
  readonly key: string;
  /** what it is done with */
  readonly content: Json;
}

/** Where a request stands after an act. */
export interface Done {
  readonly requestId: string;
  readonly entryId: string;
  readonly state: RequestState;
  readonly dueAt: Date;
  readonly promisedOn: string;
}

/**
 * Where all work on requests is done: once, within the tenant, by those who may, together with clocks, mails, reminders and the
 * audit entry, or not at all.
 */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly requests: RequestRepository,
    private readonly administrators: Administrators,
    private readonly answerers: Answerers,
    private readonly personMails: PersonMails,
    private readonly reminders: ReminderPlan,
    private readonly drafts: DraftRepository,
    private readonly escalations: EscalationRepository,
  ) {}

  /**
   * Does one act.
   * @param decide says what it does, given the request as it stands
   * @throws {DomainError} not_found for a request that is not there or not the actor's to act on, and whatever `decide` refuses with
   */
  act(actor: Actor, order: Order, decide: Decide): Promise<Done> {
    return this.database.tenant(actor, async (tx) => {
      const { requestId, operation, key } = order;
      const attempt = { key, operation, fingerprint: fingerprintOf(operation, requestId, order.content) };
      const [done, found, author, administrator] = await Promise.all([
        once(tx, attempt, { entryId: newId() }),
        this.requests.lock(tx, requestId),
        this.authorOf(tx, order),
        this.administrators.within(tx),
      ]);
      const request = allowedOr404(this.abilities.of(actor), order.action, 'privacy-request', found);
      const { entryId } = done.reference;
      if (done.replayed) return doneTo(request, entryId, request);
      const deed = await decide({ tx, at: tx.at, request, administrator, author, entryId });
      return doneTo(request, entryId, await this.keep(tx, request, deed, administrator));
    });
  }

  /** Keeps what an act does, with everything that follows from it. */
  private async keep(tx: TenantTransaction, request: LockedRequest, deed: Deed, administrator: Administrator): Promise<RequestProgress> {
    const { progress, deadline } = settle(request, deed, tx.at);
    const { entries, clocks = [], clockEvents = [] } = deed;
    const entry: AuditEntry = { ...deed.audit, target: { noun: 'privacy-request', id: request.id } };
    const clocksMoved = clocks.length > 0 || clockEvents.length > 0;
    await Promise.all([
      this.requests.change(tx, request.id, { progress, entries, clocks, clockEvents }, entry),
      ...(deed.mail === undefined ? [] : [this.personMails.tell(tx, request, deed.mail, administrator)]),
      ...(clocksMoved || progress.state === 'answered' ? [this.reminders.replan(tx, { request, progress, deadline })] : []),
      ...(request.toldStage === 'escalation' ? [this.escalations.follow(tx, request.id, progress)] : []),
      ...(deed.spendsDraft && tx.actor.kind === 'member' ? [this.drafts.forget(tx, request.id, tx.actor.memberId)] : []),
      ...(deed.beside === undefined ? [] : [deed.beside()]),
    ]);
    return progress;
  }

  /** Whoever appends is the person who asks, signed in or not; whoever else acts signs with their name. */
  private async authorOf(tx: TenantTransaction, { action }: Order): Promise<EntryAuthor> {
    if (tx.actor.kind !== 'member' || action === 'append') return { kind: tx.actor.kind === 'system' ? 'system' : 'person' };
    const [member] = await this.answerers.find(tx, [tx.actor.memberId]);
    return { kind: 'member', memberId: tx.actor.memberId, line: member?.name ?? '' };
  }
}

const doneTo = ({ id }: LockedRequest, entryId: string, { state, dueAt, promisedOn }: RequestProgress): Done => ({
  requestId: id,
  entryId,
  state,
  dueAt,
  promisedOn,
});
