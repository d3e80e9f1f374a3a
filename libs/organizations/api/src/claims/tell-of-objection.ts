import { Injectable } from '@nestjs/common';
import { AbilityHolders } from '@smartpar/access/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails } from '@smartpar/platform/mail';
import { OrganizationFactsQuery } from '../organization-facts';
import { objectionMadeMail } from './claim.mail';

/** Tells the privacy contact, and whoever may answer, that somebody objects to a claim; each of them once. */
@Injectable()
export class TellOfObjection {
  constructor(
    private readonly holders: AbilityHolders,
    private readonly organizations: OrganizationFactsQuery,
  ) {}

  async run(tx: TenantTransaction, { id, domain, answerBy }: { readonly id: string; readonly domain: string; readonly answerBy: string }): Promise<void> {
    const { organizationId } = tx;
    const [{ contact, defaultLocale }, holders] = await Promise.all([this.organizations.within(tx), this.holders.reachable(tx, 'claim-objection.answer')]);
    const asContact = contact === null ? [] : [{ email: contact.email, locale: defaultLocale }];
    const readers = new Map(
      [...asContact, ...holders].flatMap(({ email, locale }) => (email === null ? [] : [[email.toLowerCase(), { to: email, locale }] as const])),
    );
    const facts = { organizationId, domain, answerBy };
    await enqueueMails(
      tx,
      objectionMadeMail,
      [...readers.values()].map((reader) => ({ ...reader, facts, organizationId, subjectId: id })),
    );
  }
}
