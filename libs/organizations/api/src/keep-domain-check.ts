import { Injectable } from '@nestjs/common';
import { AbilityHolders } from '@smartpar/access/api';
import type { Temporal } from '@smartpar/kernel';
import { type BothChecks, type DomainStanding, HOURS_UNTIL_LOST } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, type MailTemplate } from '@smartpar/platform/mail';
import { StopClaim } from './claims/stop-claim';
import { type DomainMailFacts, domainFailingMail, domainLostMail } from './mails/domain.mail';
import type { OrganizationDomainEntity } from './organization-domain.entity';
import { OrganizationDomainRepository } from './organization-domain.repository';

/** Keeps what a check of a domain found, and tells those who look after domains when its proof goes missing and when it is lost. */
@Injectable()
export class KeepDomainCheck {
  constructor(
    private readonly domains: OrganizationDomainRepository,
    private readonly holders: AbilityHolders,
    private readonly claims: StopClaim,
  ) {}

  /** @param before locked in this transaction */
  async run(tx: TenantTransaction, before: OrganizationDomainEntity, checks: BothChecks): Promise<DomainStanding> {
    const entry = { action: 'organization-domain.checked', target: { noun: 'organization-domain', id: before.id }, facts: {} };
    const standing = await this.domains.keepCheck(tx, before, checks, entry);
    if (standing.state === 'lost' && before.state === 'verified') await this.lost(tx, before);
    if (standing.failingSince !== null && before.failingSince === null) await this.tell(tx, before, domainFailingMail, lostFrom(standing.failingSince));
    return standing;
  }

  /** Somebody decided that the domain is not the organization's any more. @param before locked in this transaction */
  async takeAway(tx: TenantTransaction, before: OrganizationDomainEntity): Promise<void> {
    await this.domains.lose(tx, before, {
      action: 'organization-domain.taken-away',
      target: { noun: 'organization-domain', id: before.id },
      facts: { from: before.state },
    });
    await this.claims.byDomain(tx, before.domain, 'proof-lost');
  }

  private async lost(tx: TenantTransaction, before: OrganizationDomainEntity): Promise<void> {
    await this.tell(tx, before, domainLostMail, tx.at);
    await this.claims.byDomain(tx, before.domain, 'proof-lost');
  }

  private async tell(
    tx: TenantTransaction,
    { id, domain }: OrganizationDomainEntity,
    mail: MailTemplate<DomainMailFacts>,
    at: Temporal.Instant,
  ): Promise<void> {
    const { organizationId } = tx;
    const facts = { organizationId, domain, at: at.toString() };
    const readers = await this.holders.reachable(tx, 'organization-domain.verify');
    await enqueueMails(
      tx,
      mail,
      readers.map(({ email, locale }) => ({ to: email, locale, facts, organizationId, subjectId: id })),
    );
  }
}

/** From when a proof that is missing is lost. */
export const lostFrom = (failingSince: Temporal.Instant): Temporal.Instant => failingSince.add({ hours: HOURS_UNTIL_LOST });
