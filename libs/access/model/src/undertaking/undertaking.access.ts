import { holds } from '../role';
import type { AccessRules } from '../rules';

/** Everybody reads and signs the undertaking; owners write another version, and those who answer for it read who signed. */
export const undertakingAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  allow(['read', 'sign'], 'undertaking');
  if (holds(actor, 'owner')) allow('publish', 'undertaking');
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('list', 'undertaking-signature');
};
