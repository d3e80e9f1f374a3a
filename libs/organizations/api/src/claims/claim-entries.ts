import type { AuditEntry, AuditFact } from '@smartpar/audit/model';

/**
 * An entry about a claim. It counts people and names nobody: not even an account's id, which would tell which of them it was.
 * @param deed past participle: `started`
 */
export const claimEntry = (deed: string, claimId: string, facts: Readonly<Record<string, AuditFact>> = {}): AuditEntry => ({
  action: `account-claim.${deed}`,
  target: { noun: 'account-claim', id: claimId },
  facts,
});

/** An entry about an objection. */
export const objectionEntry = (deed: string, id: string, facts: Readonly<Record<string, AuditFact>> = {}): AuditEntry => ({
  action: `claim-objection.${deed}`,
  target: { noun: 'claim-objection', id },
  facts,
});
