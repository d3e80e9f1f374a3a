import type { Role } from '../actor';
import { GRANTED_ROLES, grantsInForce, type StandingGrant } from '../grant';
import type { LedgerSummary } from '../ledger.contract';

/** Who may see something of somebody under standing grants, as the ledger tells it. */
export const viewersOf = (changed: readonly StandingGrant[], holders: ReadonlyMap<Role, number>): LedgerSummary['viewers'] =>
  GRANTED_ROLES.flatMap((role) => {
    const sees = grantsInForce(changed).flatMap(({ role: granted, category, mode, purposes }) =>
      granted !== role || mode === 'hidden' ? [] : [{ category, mode, purposes: [...purposes] }],
    );
    return sees.length === 0 ? [] : [{ role, holders: holders.get(role) ?? 0, sees }];
  });
