import type { DomainError, Temporal } from '@smartpar/kernel';
import { checkedJustNow } from './organizations.errors';

/** States of a domain an organization says is its own; `lost` was proved once, and its proof has been gone for days. */
export const DOMAIN_STATES = ['claimed', 'verified', 'failed', 'lost'] as const;

/** State of a domain an organization says is its own. */
export type DomainState = (typeof DOMAIN_STATES)[number];

const SECONDS_BETWEEN_CHECKS = 5;

/**
 * Keeps checks apart, so that nobody uses us to flood a name server.
 * @param checkedAt when the domain was last checked, if ever
 * @returns the refusal, or `null` when a check may run
 */
export function tooSoonToCheck(checkedAt: Temporal.Instant | null, now: Temporal.Instant): DomainError | null {
  if (checkedAt === null) return null;
  const wait = now.until(checkedAt.add({ seconds: SECONDS_BETWEEN_CHECKS })).total('seconds');
  return wait > 0 ? checkedJustNow(Math.ceil(wait)) : null;
}
