import { conflict, DomainError, invalid, tooMany } from '@smartpar/kernel';

/** A closed request takes no reply; it is reopened by appending. */
export const alreadyAnswered = () => conflict('request.already_answered', 'This request has been answered. Append a message to open it again.');

/** Only an answered request can be reopened. */
export const notAnswered = () => conflict('request.not_answered', 'This request is still open: reply to it instead of reopening it.');

/** Nothing is waited for. */
export const notWaiting = () => conflict('request.not_waiting', 'Nothing is being waited for: the clock of this request is running.');

/** The law behind the clock does not let it stand still for that reason. */
export const pauseNotAllowed = () =>
  invalid('request.pause_not_allowed', 'The rule this request runs under does not stop its clock for that reason. Ask without a pause.', [
    { field: 'pause', code: 'not_allowed', message: 'Leave this empty: the clock goes on while you wait.' },
  ]);

/** The member chosen may not answer requests, or not this one. */
export const notAssignable = () =>
  invalid('request.not_assignable', 'This member cannot be asked to answer it. Choose one from the list.', [
    { field: 'memberId', code: 'not_assignable', message: 'Choose a member who may answer and whom the request is not about.' },
  ]);

/** Whom the complaint is about must be a member here. */
export const unknownMember = () =>
  invalid('request.unknown_member', 'There is no such member in this organization.', [
    { field: 'aboutMemberId', code: 'unknown', message: 'Choose a member of this organization.' },
  ]);

/** SmartPAR's own inbox cannot hand a part to itself. */
export const nothingToHandOver = () => conflict('request.nothing_to_hand_over', 'This request is already with SmartPAR.');

/** A conversation may not grow without end. */
export const requestFull = () => conflict('request.full', 'This request has too many messages to go on. Please ask a new question and name the reference.');

/** Too many messages from the person within a day. */
export const tooManyMessages = () =>
  tooMany('request.too_many_messages', 'That is a lot of messages for one day. What you typed is still here; send it tomorrow.', 86_400);

/** An organization keeps only so many templates. */
export const tooManyTemplates = () => conflict('template.too_many', 'There is no room for another template. Change or remove one first.');

/** The link is no link of ours, or was cut off on the way. */
export const badLink = () =>
  new DomainError({
    code: 'link.unreadable',
    status: 404,
    message: 'This link is not complete. Open it again from the mail, or copy all of it into the address bar.',
  });

/** The confirmation link is too old; the question is kept and a fresh link can be asked for. */
export const linkExpired = () =>
  new DomainError({
    code: 'link.expired',
    status: 410,
    message: 'This link is too old. Your question is kept: ask for a fresh link and confirm it from the new mail.',
  });

/** The confirmation link has done its work. */
export const linkUsed = () =>
  new DomainError({
    code: 'link.used',
    status: 410,
    message: 'Your question was already handed over with this link. The private link to follow it is in the receipt in your mail.',
  });

/** Several organizations match, and the person has not chosen. */
export const choiceNeeded = () =>
  invalid('question.choice_needed', 'More than one organization uses this address. Choose the one your question is for.', [
    { field: 'organizationId', code: 'required', message: 'Choose one of the organizations shown.' },
  ]);
