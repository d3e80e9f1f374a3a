import { Injectable } from '@nestjs/common';
import {
  type LockboxExtent,
  type LockboxMember,
  type LockboxMemberQuery,
  type LockboxRevealing,
  type LockboxSearch,
  type MemberActor,
  purposeOfJustification,
  REVEAL_SECONDS,
  revealOver,
  type StaffActor,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound, type Page, pageOfRows } from '@smartpar/kernel';
import { Database, keyset, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { CountedReads } from '../counted-reads.repository';
import { ProfileValues } from '../profile-values';
import type { Look } from '../reveal-member';
import { type NewReveal, RevealRepository } from '../reveal.repository';
import { LockboxPeople, type ScopedMember } from './lockbox-people';
import { grantedOf, type LockboxRow, stateOf } from './lockbox-row';
import { LockboxRepository } from './lockbox.repository';
import { ReadOwnLockboxes } from './read-own-lockboxes';

const OPERATION = 'lockbox.reveal';

/** A lockbox that runs, with what it covers. */
interface OpenLockbox {
  readonly tx: TenantTransaction;
  readonly staff: StaffActor;
  readonly lockbox: LockboxRow;
  readonly granted: LockboxExtent;
}

/** Staff look at what a running lockbox covers, and at nothing else; each look is written down in the transaction that makes it. */
@Injectable()
export class UseLockbox {
  constructor(
    private readonly database: Database,
    private readonly own: ReadOwnLockboxes,
    private readonly people: LockboxPeople,
    private readonly lockboxes: LockboxRepository,
    private readonly values: ProfileValues,
    private readonly reveals: RevealRepository,
    private readonly reads: CountedReads,
  ) {}

  /** A page of the members it covers, by number. @throws {DomainError} `not_found` where it does not run, `page.cursor_invalid` */
  members(actor: MemberActor, lockboxId: string, { size, after }: LockboxMemberQuery): Promise<Page<LockboxMember>> {
    const key = keyset({ columns: [{ sql: 'm.number', direction: 'asc', type: 'integer' }], after, startParam: 1 });
    return this.open(actor, lockboxId, async ({ tx, lockbox, granted }) => {
      const found = await this.people.within(tx, granted.scope, { behind: Number(key.values[0] ?? 0), limit: size + 1 });
      await this.written(tx, lockbox, 'list');
      const { items, next } = pageOfRows(found, size, ({ number }) => [String(number)]);
      return { items: items.map(shown), next };
    });
  }

  /** One member it covers, by exact number or address; counted in the ledger of whoever is found. @throws {DomainError} `not_found` where it does not run */
  find(actor: MemberActor, lockboxId: string, search: LockboxSearch): Promise<{ items: LockboxMember[] }> {
    return this.open(actor, lockboxId, async ({ tx, lockbox, granted }) => {
      const found = await this.people.within(tx, granted.scope, search);
      await this.reads.count(tx, { kind: 'look-up', of: found.map(({ id }) => id) });
      await this.written(tx, lockbox, 'find', found[0]?.id);
      return { items: found.map(shown) };
    });
  }

  /**
   * Looks at data of one member.
   * @param key the act's idempotency key; within `REVEAL_SECONDS` it answers the same again while the lockbox runs, and nothing more is written down
   * @throws {DomainError} `not_found` where it does not run or does not cover the member or the data, `reveal.over`
   */
  reveal(actor: MemberActor, { lockboxId, memberId }: { lockboxId: string; memberId: string }, look: LockboxRevealing, key: string): Promise<Look> {
    return this.open(actor, lockboxId, async ({ tx, staff, lockbox, granted }) => {
      const allowed = look.categories.every((category) => granted.categories.includes(category));
      const [covered] = await this.people.within(tx, granted.scope, { memberId });
      if (!allowed || covered === undefined) throw notFound();
      const reveal = revealOf(staff, lockbox, memberId, look);
      const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, lockboxId, memberId, look) };
      const { replayed, reference } = await once(tx, attempt, { id: reveal.id });
      const at = replayed ? await this.momentOf(tx, reference.id) : new Date(tx.at.epochMilliseconds);
      if (!replayed) {
        await this.reveals.add(tx, reveal, entryOf(reveal, lockbox));
        await this.lockboxes.addLook(tx, { lockboxId, kind: 'reveal', memberId, revealId: reveal.id }, seenEntry(lockbox, 'reveal'));
      }
      const values = await this.values.of(tx, memberId, look.categories);
      if (values === null) throw notFound();
      return { revealId: reference.id, at, values, fields: await this.values.inParts(tx, memberId, look.categories) };
    });
  }

  /** Gives back what runs, or takes back what waits; what time has ended already stays as it ended. @param key the act's idempotency key @throws {DomainError} `not_found` */
  async end(actor: MemberActor, lockboxId: string, key: string): Promise<void> {
    const { staff } = await this.own.pointed(actor, lockboxId);
    const attempt = { key, operation: 'lockbox.end', fingerprint: fingerprintOf('lockbox.end', lockboxId) };
    await this.database.tenant(staff, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      const lockbox = await this.lockboxes.lock(tx, lockboxId);
      if (lockbox === null || lockbox.staffAccountId !== actor.accountId) throw notFound();
      const target = { noun: 'lockbox', id: lockboxId };
      if (replayed) return;
      const state = stateOf(lockbox, tx.at);
      if (state === 'waiting') await this.lockboxes.end(tx, lockboxId, 'withdrawn', { action: 'lockbox.withdrawn', target, facts: {} });
      if (state === 'running') await this.lockboxes.end(tx, lockboxId, 'returned', { action: 'lockbox.returned', target, facts: {} });
    });
  }

  /** Works under a lockbox that runs at the transaction's moment and cannot end before the transaction has. */
  private async open<T>(actor: MemberActor, lockboxId: string, work: (on: OpenLockbox) => Promise<T>): Promise<T> {
    const { staff } = await this.own.pointed(actor, lockboxId);
    return this.database.tenant(staff, async (tx) => {
      const lockbox = await this.lockboxes.running(tx, lockboxId, actor.accountId);
      const granted = lockbox === null ? null : grantedOf(lockbox);
      if (lockbox === null || granted === null) throw notFound();
      return work({ tx, staff, lockbox, granted });
    });
  }

  private written(tx: TenantTransaction, lockbox: LockboxRow, kind: 'list' | 'find', memberId?: string): Promise<void> {
    return this.lockboxes.addLook(tx, { lockboxId: lockbox.id, kind, memberId: memberId ?? null, revealId: null }, seenEntry(lockbox, kind));
  }

  private async momentOf(tx: TenantTransaction, revealId: string): Promise<Date> {
    const at = await this.reveals.momentOf(tx, revealId);
    if (at === null) throw notFound();
    if (toInstant(at).until(tx.at).total('seconds') > REVEAL_SECONDS) throw revealOver();
    return at;
  }
}

const shown = ({ id, number, status }: ScopedMember): LockboxMember => ({ id, number: `M-${number}`, status });

function revealOf({ role }: StaffActor, { id: lockboxId, justification }: LockboxRow, memberId: string, { categories, reason }: LockboxRevealing): NewReveal {
  const told = 'template' in reason ? { template: reason.template, words: null } : { template: null, words: { text: reason.words, salt: newSalt() } };
  return { id: newId(), memberId, byMemberId: null, byRoles: [role], categories, purpose: purposeOfJustification(justification), lockboxId, ...told };
}

/** What the log says: everything but the data and the reason's words. */
const entryOf = ({ id, memberId, categories, purpose, template, words }: NewReveal, { id: lockboxId, caseReference }: LockboxRow): AuditEntry => ({
  action: 'member.revealed',
  target: { noun: 'member', id: memberId },
  facts: {
    revealId: id,
    categories: categories.join(' '),
    purpose,
    reason: template,
    words: words && saltedHash(words.text, words.salt),
    lockboxId,
    caseReference,
  },
});

const seenEntry = ({ id }: LockboxRow, kind: 'list' | 'find' | 'reveal'): AuditEntry => ({
  action: 'lockbox.used',
  target: { noun: 'lockbox', id },
  facts: { look: kind },
});
