import type { MailFacts, MailTemplate } from '@smartpar/platform/mail';
import { enqueueMail } from '@smartpar/platform/mail';
import type { MemberDeed } from './member-desk';

/**
 * Tells a member, in their language and in the transaction that causes it, what changed about their access. Whoever has nothing to sign in
 * with yet has no access to be told of.
 */
export async function tellMember<F extends MailFacts>({ tx, member }: MemberDeed, template: MailTemplate<F>, facts: F): Promise<void> {
  if (member.accountId === null) return;
  const { email, locale, id } = member;
  await enqueueMail(tx, template, { to: email, locale, facts, organizationId: tx.organizationId, subjectId: id });
}
