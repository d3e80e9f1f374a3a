import { Injectable } from '@nestjs/common';
import {
  type DecideLedgerDelay,
  delayNotToDecide,
  delayOfOwnLook,
  delayRefusedBefore,
  delaySettled,
  delayStateAt,
  delayWaits,
  inWhosePlace,
  LEDGER_DELAY_DAYS,
  LEDGER_DELAY_DECIDE_HOURS,
  type LedgerDelayState,
  type LedgerDelayView,
  mayDecide,
  type MemberActor,
  type RequestLedgerDelay,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound, Temporal } from '@smartpar/kernel';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { decideWithin } from '../decisions/decide-within';
import { AbilityHolders } from '../holders/ability-holders';
import type { DelayRow } from './delay-row';
import { stateOfDelay } from './delay-row';
import { LedgerMails } from './ledger-mails';
import { LedgerRepository } from './ledger.repository';
import { ReadDelays } from './read-delays';

const REQUEST = 'ledger-delay.request';
const DECIDE = 'ledger-delay.decide';

/** Two people have an entry told later, on a ground of the law; afterwards it is told together with the delay. */
@Injectable()
export class DelayLook {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    private readonly reading: ReadDelays,
    private readonly mails: LedgerMails,
    private readonly holders: AbilityHolders,
  ) {}

  /**
   * Asks for it; until somebody else has answered, and no longer than half a day, the entry is held back already.
   * @param key the act's idempotency key
   * Whom a second person did not agree with before cannot hold the entry back again by asking again.
   * @throws {DomainError} `not_found` for what is no look, or one at one's own data, `ledger-delay.own_look`, `ledger-delay.waiting`, `ledger-delay.refused_before`
   */
  request(actor: MemberActor, message: RequestLedgerDelay, key: string): Promise<LedgerDelayView> {
    const attempt = { key, operation: REQUEST, fingerprint: fingerprintOf(REQUEST, message) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, attempt, { id: newId() });
      if (!replayed) await this.ask(tx, actor, message, reference.id);
      return this.reading.present(tx, actor, reference.id);
    });
  }

  /**
   * Agrees or refuses.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `ledger-delay.settled`, `ledger-delay.not_yours_to_decide`
   */
  decide(actor: MemberActor, delayId: string, decision: DecideLedgerDelay, key: string): Promise<LedgerDelayView> {
    const attempt = { key, operation: DECIDE, fingerprint: fingerprintOf(DECIDE, delayId, decision) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      await tx.query('select from ledger_delays where organization_id = $1 and id = $2 for update', [tx.organizationId, delayId]);
      const delay = await this.reading.find(tx, actor, delayId);
      if (delay === null) throw notFound();
      if (!replayed) await this.settle(tx, actor, delay, decision);
      return this.reading.present(tx, actor, delayId);
    });
  }

  private async ask(tx: TenantTransaction, { memberId }: MemberActor, { entryId, ground, words }: RequestLedgerDelay, id: string): Promise<void> {
    const [look] = await tx.query<{ memberId: string; byMemberId: string | null }>(
      'select member_id as "memberId", by_member_id as "byMemberId" from reveals where organization_id = $1 and id = $2',
      [tx.organizationId, entryId],
    );
    if (look === undefined || look.memberId === memberId) throw notFound();
    if (look.byMemberId === memberId) throw delayOfOwnLook();
    // nobody else asks for the same one meanwhile
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ledger-delay:${entryId}`]);
    const before = await statesOf(tx, entryId);
    if (before.includes('requested')) throw delayWaits();
    if (before.some((state) => state !== 'approved')) throw delayRefusedBefore();
    // a look is never kept back for longer than this by one person alone
    const hours = Math.min(LEDGER_DELAY_DECIDE_HOURS, await decideWithin(tx));
    const [salt, lapsesAt] = [newSalt(), tx.at.add({ hours })];
    await this.ledger.addDelay(
      tx,
      { id, entryId, ground, words, salt, requestedById: memberId, lapsesAt },
      { action: 'ledger-delay.requested', target: { noun: 'ledger-delay', id }, facts: { ground, words: saltedHash(words, salt) } },
    );
    await this.mails.asked(tx, { id, hours }, [memberId, look.memberId, look.byMemberId]);
  }

  private async settle(tx: TenantTransaction, { memberId }: MemberActor, delay: DelayRow, { outcome, words }: DecideLedgerDelay): Promise<void> {
    if (stateOfDelay(delay, tx.at) !== 'requested') throw delaySettled();
    const concerned = [delay.requestedById, delay.memberId, ...(delay.byMemberId === null ? [] : [delay.byMemberId])];
    const asked = { state: 'requested', requestedAt: toInstant(delay.requestedAt), lapsesAt: toInstant(delay.lapsesAt), concerned } as const;
    const rights = await this.holders.rights(tx, 'ledger-delay.decide');
    if (!mayDecide(asked, memberId, rights, tx.at)) throw delayNotToDecide();
    const inPlaceOf = inWhosePlace(asked, memberId, rights);
    const [state, salt] = [outcome === 'approve' ? ('approved' as const) : ('refused' as const), newSalt()];
    const until = state === 'approved' ? (await this.runsUntil(tx, delay)).add({ hours: 24 * LEDGER_DELAY_DAYS }) : null;
    const { delayId: id } = delay;
    await this.ledger.decideDelay(
      tx,
      id,
      { state, decidedById: memberId, words, salt, until },
      { action: `ledger-delay.${state}`, target: { noun: 'ledger-delay', id }, facts: { inPlaceOf, words: saltedHash(words, salt) } },
    );
  }

  /** A renewal goes on where the one before ends. */
  private async runsUntil(tx: TenantTransaction, { id: entryId }: DelayRow): Promise<Temporal.Instant> {
    const [before] = await tx.query<{ until: Date | null }>(
      `select max(until) as until from ledger_delays where organization_id = $1 and entry_id = $2 and state = 'approved'`,
      [tx.organizationId, entryId],
    );
    const until = before?.until === null || before === undefined ? tx.at : toInstant(before.until);
    return Temporal.Instant.compare(until, tx.at) > 0 ? until : tx.at;
  }
}

/** Where the delays of a look stand. */
async function statesOf(tx: TenantTransaction, entryId: string): Promise<readonly LedgerDelayState[]> {
  const delays = await tx.query<{ state: LedgerDelayState; lapsesAt: Date }>(
    'select state, lapses_at as "lapsesAt" from ledger_delays where organization_id = $1 and entry_id = $2',
    [tx.organizationId, entryId],
  );
  return delays.map(({ state, lapsesAt }) => delayStateAt({ state, lapsesAt: lapsesAt.getTime() }, tx.at.epochMilliseconds));
}
