import { isId } from '@smartpar/kernel';
import { isOfBreakGlass } from '../break-glass/break-glass';
import { GRANTED_ROLES, type GrantedRole } from '../grant';
import type { HeldGrant } from '../held-grant';

/** By what somebody may see something: what a role is given for good, a grant that was decided, or an emergency in which nobody was asked. */
export type GrantRule =
  | { readonly kind: 'role'; readonly role: GrantedRole }
  | { readonly kind: 'grant'; readonly grantId: string }
  | { readonly kind: 'break-glass'; readonly breakGlassId: string };

/**
 * The rule a held grant comes from. It is read off the grant itself, so that what is explained is what decides.
 * @throws TypeError for a grant of a kind nobody here knows; an explanation that leaves one out would be wrong
 */
export function ruleOf(grant: HeldGrant): GrantRule {
  if (isOfBreakGlass(grant)) return { kind: 'break-glass', breakGlassId: grant.id.slice(grant.id.indexOf(':') + 1) };
  if (isId(grant.id)) return { kind: 'grant', grantId: grant.id };
  const role = GRANTED_ROLES.find((one) => grant.id.startsWith(`${one} `));
  if (role === undefined) throw new TypeError('A grant comes from no rule that is known.');
  return { kind: 'role', role };
}
