import { notAssignable, transition } from '@smartpar/requests/model';
import { enqueueMail } from '@smartpar/platform/mail';
import type { Decide, Desk } from '../deed';
import { assignmentMail } from '../mails/answerer.mail';
import type { Answerer, Answerers, MemberFacts } from '../ports/answerers';
import { happened } from '../request-entry';
import type { LockedRequest } from '../request.repository';

/** Asks one member to answer, or gives the request back to everybody who may. */
export const assign =
  (memberId: string | null, answerers: Answerers): Decide =>
  async (desk) => {
    if (memberId === null) return giveBack(desk);
    const { request, tx, author, entryId } = desk;
    const { state } = transition(request.state, 'assign');
    const member = (await answerers.answering(tx)).find((answerer) => answerer.memberId === memberId);
    if (member === undefined || !mayBeAsked(member, request)) throw notAssignable();
    return {
      state,
      entries: [happened({ code: 'assigned', memberId, line: member.name }, author, entryId)],
      progress: { assigneeId: memberId, assigneeNumber: member.number },
      audit: { action: 'privacy-request.assigned', facts: { memberId } },
      beside: () => tellAssignee(desk, member),
    };
  };

function giveBack({ request, author, entryId }: Desk) {
  return {
    state: transition(request.state, 'give-back').state,
    entries: [happened({ code: 'assigned', memberId: null, line: null }, author, entryId)],
    progress: { assigneeId: null, assigneeNumber: null },
    audit: { action: 'privacy-request.given-back', facts: {} },
  };
}

/** Tells whether a member who may answer may be asked to answer a request. */
export const mayBeAsked = (
  { memberId }: Pick<Answerer, 'memberId'>,
  { aboutMemberId, memberId: asker }: Pick<LockedRequest, 'aboutMemberId' | 'memberId'>,
): boolean => memberId !== aboutMemberId && memberId !== asker;

async function tellAssignee({ tx, request }: Desk, { memberId, email, locale }: MemberFacts): Promise<void> {
  if (email === null || (tx.actor.kind === 'member' && tx.actor.memberId === memberId)) return;
  const { id: requestId, reference, dueOn } = request;
  await enqueueMail(tx, assignmentMail, {
    to: email,
    locale,
    facts: { organizationId: tx.organizationId, requestId, reference, dueOn },
    organizationId: tx.organizationId,
    subjectId: requestId,
  });
}
