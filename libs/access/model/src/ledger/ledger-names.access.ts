import { holds } from '../role';
import type { AccessRules } from '../rules';

/** Owners decide whether people read names of those who looked; those who answer for privacy, and those who check, read what was decided. */
export const ledgerNamesAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'ledger-names');
  if (holds(actor, 'owner')) allow('change', 'ledger-names');
};
