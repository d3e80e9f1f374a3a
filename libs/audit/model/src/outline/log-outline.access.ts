import { type AccessRules, holds } from '@smartpar/access/model';

/** Whoever reads the log may read it as such, and so may the works council, which reads nothing about anybody. */
export const logOutlineAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor', 'works-council')) allow('read', 'audit-outline');
};
