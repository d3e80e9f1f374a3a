import { Injectable } from '@nestjs/common';
import type { LockboxJustification } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, type MailTemplate } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import { approvedMail, type LockboxMailFacts, requestedMail, startedMail } from './mails/lockbox.mail';

const MAILS: Readonly<Record<'approved' | 'started', MailTemplate<LockboxMailFacts>>> = { approved: approvedMail, started: startedMail };

/** What a mail is about. */
export interface ToldLockbox {
  readonly id: string;
  readonly caseReference: string;
  readonly justification: LockboxJustification;
}

/** Tells those who decide about lockboxes what SmartPAR's staff ask for, and what runs. */
@Injectable()
export class LockboxMails {
  constructor(private readonly holders: AbilityHolders) {}

  /**
   * Tells that one waits.
   * @param hours for how long
   * @param but members who are whoever asks as staff
   */
  ask(tx: TenantTransaction, lockbox: ToldLockbox, hours: number, but: readonly string[]): Promise<void> {
    return this.send(tx, requestedMail, { ...factsOf(tx, lockbox), hours }, but);
  }

  /** Tells that one runs. @param but whoever allowed it, and members who are whoever asked as staff */
  tell(tx: TenantTransaction, what: keyof typeof MAILS, lockbox: ToldLockbox, but: readonly string[]): Promise<void> {
    return this.send(tx, MAILS[what], factsOf(tx, lockbox), but);
  }

  private async send<F extends LockboxMailFacts>(tx: TenantTransaction, template: MailTemplate<F>, facts: F, but: readonly string[]): Promise<void> {
    const readers = await this.holders.reachable(tx, 'lockbox.decide', but);
    const { organizationId } = tx;
    await enqueueMails(
      tx,
      template,
      readers.map(({ email, locale }) => ({ to: email, locale, facts, organizationId, subjectId: facts.lockboxId })),
    );
  }
}

const factsOf = ({ organizationId }: TenantTransaction, { id, caseReference, justification }: ToldLockbox): LockboxMailFacts => ({
  organizationId,
  lockboxId: id,
  caseReference,
  justification,
});
