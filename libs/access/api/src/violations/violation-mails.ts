import { Injectable } from '@nestjs/common';
import type { ViolationState } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail, type MailTemplate } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import { CasePeople, type ToldOfCase } from './case-people';
import { askedMail, confirmedMail, keptAwayMail, lapsedMail, liftedMail, unheardMail, type ViolationMailFacts } from './mails/violation.mail';
import type { ViolationRow } from './violation-row';

type Case = Pick<ViolationRow, 'id' | 'memberId' | 'reportedById'>;

const SETTLED: Readonly<Record<Exclude<ViolationState, 'running'>, MailTemplate<ViolationMailFacts>>> = {
  lifted: liftedMail,
  confirmed: confirmedMail,
  lapsed: lapsedMail,
};

/** Tells the person what becomes of their access, and those who look into it that they are needed. */
@Injectable()
export class ViolationMails {
  constructor(
    private readonly people: CasePeople,
    private readonly holders: AbilityHolders,
  ) {}

  /** Somebody was reported: they hear that their access is gone for now, the others that they are to look into it. */
  async reported(tx: TenantTransaction, violation: Case): Promise<void> {
    const { memberId, reportedById } = violation;
    const [[person], deciders] = await Promise.all([
      this.people.find(tx, [memberId]),
      this.holders.reachable(tx, 'violation.decide', [memberId, reportedById]),
    ]);
    const facts = await this.facts(tx, violation);
    await this.send(tx, keptAwayMail, person, facts);
    for (const decider of deciders) await this.send(tx, askedMail, decider, facts);
  }

  /** It is settled: the person hears what it means for them, and whoever reported it where nobody looked into it in time. */
  async settled(tx: TenantTransaction, violation: Case, state: Exclude<ViolationState, 'running'>): Promise<void> {
    const told = await this.people.find(tx, [violation.memberId, violation.reportedById]);
    const facts = await this.facts(tx, violation);
    const one = (id: string) => told.find(({ memberId }) => memberId === id);
    await this.send(tx, SETTLED[state], one(violation.memberId), facts);
    if (state === 'lapsed') await this.send(tx, unheardMail, one(violation.reportedById), facts);
  }

  private async facts(tx: TenantTransaction, { id }: Case): Promise<ViolationMailFacts> {
    return { organizationId: tx.organizationId, organization: await this.people.organizationName(tx), violationId: id };
  }

  private async send(tx: TenantTransaction, template: MailTemplate<ViolationMailFacts>, to: ToldOfCase | undefined, facts: ViolationMailFacts): Promise<void> {
    if (to === undefined) return;
    await enqueueMail(tx, template, { to: to.email, locale: to.locale, facts, organizationId: tx.organizationId, subjectId: facts.violationId });
  }
}
