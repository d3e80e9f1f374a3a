/** Why an organization needs a look, worst first. */
export const ATTENTION_REASONS = ['overdue-questions', 'nobody-named', 'domain-unverified'] as const;

/** Why an organization needs a look: people wait past the date they were given, nobody is named to ask, questions cannot find it by its domain. */
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** What the reasons are judged by; nothing in it is about a person. */
export interface OrganizationHealth {
  readonly overdueRequests: number;
  readonly contactNamed: boolean;
  readonly domainVerified: boolean;
  readonly kind: 'tenant' | 'workforce' | 'direct-users';
}

const WEIGHTS: Readonly<Record<AttentionReason, number>> = { 'overdue-questions': 4, 'nobody-named': 2, 'domain-unverified': 1 };

/**
 * Says why an organization needs a look.
 * @returns the reasons, worst first; none when all is well. Direct users have no domain to verify
 */
export const reasonsFor = (health: OrganizationHealth): readonly AttentionReason[] =>
  ATTENTION_REASONS.filter((reason) => {
    if (reason === 'overdue-questions') return health.overdueRequests > 0;
    return reason === 'nobody-named' ? !health.contactNamed : health.kind !== 'direct-users' && !health.domainVerified;
  });

/** The weight of some reasons: each worse one outweighs all lesser ones together. */
export const weightOf = (reasons: readonly AttentionReason[]): number => reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
