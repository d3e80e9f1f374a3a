import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, type MailTemplate } from '@smartpar/platform/mail';
import type { Reachable } from '../holders/ability-holders';
import { GrantPeople } from './grant-people';
import { concernedBy, type GrantRow } from './grant-row';
import {
  approvedGrantMail,
  askedGrantMail,
  type GrantMailFacts,
  lapsedGrantMail,
  reducedGrantMail,
  refusedGrantMail,
  revokedGrantMail,
} from './mails/grant.mail';

const MAILS: Readonly<Record<'approved' | 'refused' | 'lapsed' | 'revoked' | 'reduced', MailTemplate<GrantMailFacts>>> = {
  approved: approvedGrantMail,
  refused: refusedGrantMail,
  lapsed: lapsedGrantMail,
  revoked: revokedGrantMail,
  reduced: reducedGrantMail,
};

/** Tells those concerned what became of a grant, in the transaction that makes it happen. */
@Injectable()
export class GrantMails {
  constructor(private readonly people: GrantPeople) {}

  /** Tells those who could decide that something waits for them, and for how many hours. */
  async tellDeciders(tx: TenantTransaction, { id, hours }: { readonly id: string; readonly hours: number }, deciders: readonly Reachable[]): Promise<void> {
    const facts = { ...(await this.facts(tx, id)), hours };
    await enqueueMails(
      tx,
      askedGrantMail,
      deciders.map(({ email, locale }) => ({ to: email, locale, facts, organizationId: tx.organizationId, subjectId: id })),
    );
  }

  /** Tells whoever asked, and whoever was to see it, what became of it; whoever did it knows. */
  async tellConcerned(tx: TenantTransaction, grant: GrantRow, became: keyof typeof MAILS): Promise<void> {
    const others = concernedBy(grant).filter((memberId) => tx.actor.kind !== 'member' || tx.actor.memberId !== memberId);
    const [facts, told] = await Promise.all([this.facts(tx, grant.id), this.people.reachable(tx, [...new Set(others)])]);
    await enqueueMails(
      tx,
      MAILS[became],
      told.map(({ email, locale }) => ({ to: email, locale, facts, organizationId: tx.organizationId, subjectId: grant.id })),
    );
  }

  private async facts(tx: TenantTransaction, grantId: string): Promise<GrantMailFacts> {
    return { organizationId: tx.organizationId, grantId, organization: await this.people.organizationName(tx) };
  }
}
