import type { AuditEntry, AuditFact } from '@smartpar/audit/model';

/**
 * An entry about an account.
 * @param action past participle after the noun: `account.password-changed`
 */
export const accountEntry = (action: `account.${string}`, accountId: string, facts: Readonly<Record<string, AuditFact>> = {}): AuditEntry => ({
  action,
  target: { noun: 'account', id: accountId },
  facts,
});
