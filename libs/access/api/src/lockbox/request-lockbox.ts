import { Injectable } from '@nestjs/common';
import {
  isPreapproved,
  type LockboxExtent,
  lockboxNotAllowed,
  type LockboxRequest,
  type LockboxScopeNamed,
  type MemberActor,
  type StaffLockbox,
  undertakingUnsigned,
} from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, isForeignKeyViolation, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { decideWithin } from '../decisions/decide-within';
import { hasSigned } from '../undertaking/signed-undertaking';
import { concernedIn } from './concerned-in';
import { LockboxMails } from './lockbox-mails';
import { LockboxPeople } from './lockbox-people';
import { LockboxRulesRepository } from './lockbox-rules.repository';
import { planEnd, planLapse } from './lockbox-work';
import type { LockboxRow } from './lockbox-row';
import { LockboxRepository, type NewLockbox } from './lockbox.repository';
import { ReadOwnLockboxes } from './read-own-lockboxes';
import { staffAt } from './staff-at-tenant';

const OPERATION = 'lockbox.request';

const NAMED_BY = { all: null, site: 'name' } as const;

/** SmartPAR's staff ask to see data of an organization. */
@Injectable()
export class RequestLockbox {
  constructor(
    private readonly database: Database,
    private readonly people: LockboxPeople,
    private readonly lockboxes: LockboxRepository,
    private readonly rules: LockboxRulesRepository,
    private readonly mails: LockboxMails,
    private readonly own: ReadOwnLockboxes,
  ) {}

  /**
   * @param actor staff, in the workforce
   * @param key the act's idempotency key
   * @returns the same whether the member or site that was named is there or not
   * @throws {DomainError} `undertaking.unsigned`, `lockbox.not_allowed`, or `not_found` for an organization that is not there
   */
  async run(actor: MemberActor, request: LockboxRequest, key: string): Promise<StaffLockbox> {
    const staff = staffAt(actor, request.organizationId);
    const signed = await this.database.tenant(actor, async (tx) => ({
      number: await numberOf(tx, actor.memberId),
      signed: await hasSigned(tx, actor.memberId),
    }));
    if (!signed.signed) throw undertakingUnsigned();
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, request) };
    try {
      return await this.database.tenant(staff, async (tx) => {
        const organizationName = await this.people.organizationName(tx);
        if (organizationName === null) throw notFound();
        const { replayed, reference } = await once(tx, attempt, { id: newId() });
        if (!replayed) await this.ask(tx, request, { id: reference.id, staff, staffNumber: signed.number, organizationName });
        return this.own.within(tx, reference.id, organizationName);
      });
    } catch (error) {
      throw isForeignKeyViolation(error) ? notFound() : error;
    }
  }

  private async ask(tx: TenantTransaction, request: LockboxRequest, who: Pick<NewLockbox, 'id' | 'staff' | 'staffNumber' | 'organizationName'>): Promise<void> {
    const [{ mode, preapproved: kinds }, scope, hours] = await Promise.all([this.rules.read(tx), this.people.resolve(tx, request.scope), decideWithin(tx)]);
    if (mode === 'none') throw lockboxNotAllowed();
    const { caseReference, justification, categories, minutes } = request;
    const asked: LockboxExtent = { categories, minutes, scope };
    // whether anybody goes by what was named decides nothing here: the answer would tell, and one over nobody covers nobody
    const preapproved = isPreapproved(justification, asked, kinds);
    const lapsesAt = tx.at.add({ hours });
    const lockbox = { ...who, caseReference, justification, asked, namedBy: namedBy(request.scope), lapsesAt, preapproved };
    await this.lockboxes.add(tx, lockbox, entryOf(lockbox));
    if (preapproved) await this.letRun(tx, lockbox);
    else await planLapse(tx, who.id, lapsesAt);
    const concerned = await concernedIn(tx, who.staff.accountId);
    if (preapproved) await this.mails.tell(tx, 'started', lockbox, concerned);
    else await this.mails.ask(tx, lockbox, hours, concerned);
  }

  private async letRun(tx: TenantTransaction, { id, asked }: NewLockbox): Promise<void> {
    const until = tx.at.add({ minutes: asked.minutes });
    const facts = { categories: asked.categories.join(' '), minutes: asked.minutes, reach: asked.scope.reach, preapproved: true };
    await this.lockboxes.grant(tx, id, { extent: asked, until }, null, { action: 'lockbox.approved', target: { noun: 'lockbox', id }, facts });
    await planEnd(tx, id, until);
  }
}

async function numberOf(tx: TenantTransaction, memberId: string): Promise<number> {
  const [row] = await tx.query<{ number: number }>('select number from members where organization_id = $1 and id = $2', [tx.organizationId, memberId]);
  if (row === undefined) throw notFound();
  return row.number;
}

function namedBy(scope: LockboxScopeNamed): LockboxRow['namedBy'] {
  if (scope.reach === 'member') return 'number' in scope ? 'number' : 'address';
  return NAMED_BY[scope.reach];
}

const entryOf = ({ id, caseReference, justification, asked, namedBy: how }: NewLockbox): AuditEntry => ({
  action: 'lockbox.requested',
  target: { noun: 'lockbox', id },
  facts: { caseReference, justification, categories: asked.categories.join(' '), minutes: asked.minutes, reach: asked.scope.reach, namedBy: how },
});
