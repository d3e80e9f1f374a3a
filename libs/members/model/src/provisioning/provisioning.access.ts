import { type AccessRules, holds, type SystemActor } from '@smartpar/access/model';

/** What a token lets a program do with a kind of resource. */
const mayOf = ({ token }: SystemActor, reach: string, noun: string, { allow }: Parameters<AccessRules>[1]): void => {
  if (token?.reaches.includes(reach) !== true) return;
  allow(token.readOnly ? ['read'] : ['read', 'change'], noun);
};

/**
 * What an organization's directory may do, and who reads what it did: whoever looks after accounts or checks. A program does what its token says and
 * nothing else; owners make the tokens.
 */
export const provisioningAccess: AccessRules = (actor, sentences) => {
  const { allow } = sentences;
  if (holds(actor, 'owner', 'user-administrator', 'auditor')) allow('read', 'provisioning');
  if (actor.kind !== 'system' || actor.token?.realm !== 'provisioning') return;
  allow('read', 'provisioning-service');
  mayOf(actor, 'users', 'provisioned-user', sentences);
  mayOf(actor, 'groups', 'provisioned-group', sentences);
};
