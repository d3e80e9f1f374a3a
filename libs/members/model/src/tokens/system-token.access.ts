import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * Who lets other systems in. Whoever holds a token acts for the organization without anybody looking, so that owners alone make, replace and end
 * them; those who look after privacy or check read which there are.
 */
export const systemTokenAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'system-token');
  if (holds(actor, 'owner')) allow(['issue', 'rotate', 'revoke'], 'system-token');
};
