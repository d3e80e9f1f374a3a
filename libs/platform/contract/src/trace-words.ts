/** What something kept about a member is, in the words of the page that says what goes and what stays when they have left. */
export const TRACE_KINDS = [
  ...(['profile', 'roles', 'groups', 'invitation', 'contact', 'usage', 'attributes', 'requests', 'drafts'] as const),
  ...(['looks', 'extracts', 'signatures', 'cases', 'acts', 'imports', 'departure', 'holds'] as const),
] as const;

/** What something kept about a member is. */
export type TraceKind = (typeof TRACE_KINDS)[number];

/**
 * Why something about somebody who is no known person any more stays, under their member number alone: it shows that a request was answered; who
 * looked at what and decided what; how many there were; what was signed or found; it is a file on its way; or it is their own way to their requests.
 */
export const KEEPING_REASONS = ['answers', 'accountability', 'statistics', 'proof', 'file', 'way-back'] as const;

/** Why something stays. */
export type KeepingReason = (typeof KEEPING_REASONS)[number];
