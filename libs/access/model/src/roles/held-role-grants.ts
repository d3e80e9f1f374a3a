import { ORGANIZATION_ROLES } from '../actor';
import { heldGrants, type StandingGrant } from '../grant';
import type { HeldGrant } from '../held-grant';
import { grantScopeOf } from './held-role';
import type { HeldRole } from './role-holding';

/**
 * What the built-in roles somebody holds for a site or a group let them see there: what such a role sees anywhere, of the members there.
 * @param changed the organization's own grants
 */
export const grantsOfHeldRoles = (held: readonly HeldRole[], changed: readonly StandingGrant[]): readonly HeldGrant[] =>
  held.flatMap(({ role, abilities, scope }) => {
    const builtIn = ORGANIZATION_ROLES.filter((one) => abilities === null && one === role && one !== 'owner');
    const place = scope.kind === 'all' ? '' : ` ${scope.kind} ${scope.id}`;
    return heldGrants(builtIn, changed).map((grant) => ({ ...grant, id: `${grant.id}${place}`, scope: grantScopeOf(scope) }));
  });
