import type { AccessRules } from './rules';

/** Every member reads who looked at their own data and complains about a look, and nobody reads anybody else's ledger. */
export const ledgerAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow(['read', 'challenge'], 'ledger');
};
