import { Injectable } from '@nestjs/common';
import {
  inWhosePlace,
  type Lockbox,
  type LockboxDecision,
  type LockboxExtent,
  type LockboxMode,
  lockboxNotAllowed,
  lockboxObstacle,
  lockboxScopeUnknown,
  lockboxSettled,
  lockboxTooWide,
  type MemberActor,
  obstacleTo,
  staysWithin,
} from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { AbilityHolders } from '../holders/ability-holders';
import { concernedIn } from './concerned-in';
import { planTelling } from './tell-staff';
import { LockboxMails } from './lockbox-mails';
import { LockboxPeople } from './lockbox-people';
import { askedOf, type LockboxRow, lockboxOf, stateOf } from './lockbox-row';
import { LockboxRulesRepository } from './lockbox-rules.repository';
import { forgetTimes, planEnd } from './lockbox-work';
import { LockboxRepository } from './lockbox.repository';

const DECIDE = 'lockbox.decide';
const INVALIDATE = 'lockbox.invalidate';

/** What is decided about, and by which rules. */
interface Asked {
  readonly lockbox: LockboxRow;
  readonly mode: LockboxMode;
}

/** An organization decides whether SmartPAR's staff see its data, how much of it, and when that ends. */
@Injectable()
export class DecideLockbox {
  constructor(
    private readonly database: Database,
    private readonly people: LockboxPeople,
    private readonly lockboxes: LockboxRepository,
    private readonly rules: LockboxRulesRepository,
    private readonly mails: LockboxMails,
    private readonly holders: AbilityHolders,
  ) {}

  /**
   * Decides once; whoever comes second hears how it was settled.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `lockbox.too_wide`, `lockbox.scope_unknown`, `lockbox.not_allowed`, or why this member may not decide now
   */
  decide(actor: MemberActor, lockboxId: string, decision: LockboxDecision, key: string): Promise<Lockbox> {
    const attempt = { key, operation: DECIDE, fingerprint: fingerprintOf(DECIDE, lockboxId, decision) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      // the rules before the lockbox, as whoever changes them: neither waits for the other in a circle
      const { mode } = await this.rules.read(tx);
      const lockbox = await this.lockboxes.lock(tx, lockboxId);
      if (lockbox === null) throw notFound();
      if (!replayed) {
        await this.settle(tx, actor, { lockbox, mode }, decision);
        await planTelling(tx, lockboxId);
      }
      return this.present(tx, actor, lockboxId);
    });
  }

  /**
   * Ends what runs, at once and everywhere: every look asks whether it still runs.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `lockbox.settled`
   */
  invalidate(actor: MemberActor, lockboxId: string, key: string): Promise<Lockbox> {
    const attempt = { key, operation: INVALIDATE, fingerprint: fingerprintOf(INVALIDATE, lockboxId) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      const lockbox = await this.lockboxes.lock(tx, lockboxId);
      if (lockbox === null) throw notFound();
      if (!replayed) {
        if (stateOf(lockbox, tx.at) !== 'running') throw lockboxSettled();
        await this.lockboxes.end(tx, lockboxId, 'revoked', { action: 'lockbox.invalidated', target: { noun: 'lockbox', id: lockboxId }, facts: {} });
        await forgetTimes(tx, lockboxId);
        await planTelling(tx, lockboxId);
      }
      return this.present(tx, actor, lockboxId);
    });
  }

  private async settle(tx: TenantTransaction, { memberId }: MemberActor, { lockbox, mode }: Asked, decision: LockboxDecision): Promise<void> {
    const [concerned, rights] = await Promise.all([concernedIn(tx, lockbox.staffAccountId), this.holders.rights(tx, DECIDE)]);
    const asked = toDecide(lockbox, concerned);
    const obstacle = obstacleTo(asked, memberId, rights, tx.at);
    if (obstacle !== null) throw lockboxObstacle(obstacle);
    const [target, inPlaceOf] = [{ noun: 'lockbox', id: lockbox.id }, inWhosePlace(asked, memberId, rights)];
    await forgetTimes(tx, lockbox.id);
    if (decision.outcome === 'dismissed')
      return this.lockboxes.dismiss(tx, lockbox.id, memberId, { action: 'lockbox.dismissed', target, facts: { inPlaceOf } });
    if (mode === 'none') throw lockboxNotAllowed();
    const extent = await this.extentOf(tx, lockbox, decision);
    const until = tx.at.add({ minutes: extent.minutes });
    const entry: AuditEntry = {
      action: 'lockbox.approved',
      target,
      facts: { categories: extent.categories.join(' '), minutes: extent.minutes, reach: extent.scope.reach, preapproved: false, inPlaceOf },
    };
    await this.lockboxes.grant(tx, lockbox.id, { extent, until }, memberId, entry);
    await planEnd(tx, lockbox.id, until);
    await this.mails.tell(tx, 'approved', lockbox, [memberId, ...concerned]);
  }

  /** What is granted: what was asked, or less of it. */
  private async extentOf(tx: TenantTransaction, lockbox: LockboxRow, decision: Extract<LockboxDecision, { outcome: 'approved' }>): Promise<LockboxExtent> {
    const asked = askedOf(lockbox);
    const named = decision.scope === undefined ? asked.scope : await this.people.resolve(tx, decision.scope);
    const extent: LockboxExtent = { categories: decision.categories ?? asked.categories, minutes: decision.minutes ?? asked.minutes, scope: named };
    if (isNowhere(extent)) throw lockboxScopeUnknown();
    if (!staysWithin(extent, asked) || !(await this.isOfSite(tx, extent, asked))) throw lockboxTooWide();
    return extent;
  }

  /** One member instead of a site has to belong to that site. */
  private async isOfSite(tx: TenantTransaction, { scope }: LockboxExtent, asked: LockboxExtent): Promise<boolean> {
    if (asked.scope.reach !== 'site' || scope.reach !== 'member' || scope.memberId === null) return true;
    return (await this.people.within(tx, asked.scope, { memberId: scope.memberId })).length === 1;
  }

  private async present(tx: TenantTransaction, { accountId }: MemberActor, lockboxId: string): Promise<Lockbox> {
    const row = await this.lockboxes.find(tx, lockboxId);
    if (row === null) throw notFound();
    return lockboxOf(row, accountId, tx.at);
  }
}

const isNowhere = ({ scope }: LockboxExtent): boolean =>
  (scope.reach === 'site' && scope.siteId === null) || (scope.reach === 'member' && scope.memberId === null);

const toDecide = ({ state, requestedAt, lapsesAt }: LockboxRow, concerned: readonly string[]) => ({
  state: state === 'returned' ? ('revoked' as const) : state,
  requestedAt: toInstant(requestedAt),
  lapsesAt: toInstant(lapsesAt),
  concerned,
});
