/** Facts of a mail to the person who asks: enough to name the request, nothing of what was said. */
export type PersonMailFacts = { readonly requestId: string; readonly reference: string; readonly organization: string };

/** Facts of a mail to those who answer: the request and its date, nothing of what was said or who asks. */
export type AnswererMailFacts = { readonly organizationId: string; readonly requestId: string; readonly reference: string; readonly dueOn: string };

/** Path of the page that opens the private link of one request. */
export const FOLLOW_PATH = '/follow';
/** What the token of a private link is good for. */
export const FOLLOW_PURPOSE = 'follow';
/** Path of the page that confirms a question. */
export const CONFIRM_PATH = '/ask/confirm';
/** What the token of a confirmation link is good for. */
export const CONFIRM_PURPOSE = 'confirm-question';

/** Address of one request in the inbox. */
export const inboxUrl = (baseUrl: string, { organizationId, requestId }: Pick<AnswererMailFacts, 'organizationId' | 'requestId'>): string =>
  `${baseUrl}/org/${organizationId}/inbox/${requestId}`;
