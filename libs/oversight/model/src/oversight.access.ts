import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * SmartPAR's staff see how organizations are doing, from within SmartPAR's workforce only. Owning or answering for any
 * organization, the workforce included, confers none of this.
 */
export const oversightRules: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'support', 'privacy-counsel', 'security', 'platform-operator')) allow('read', ['organization-figures', 'escalation']);
};

/** What this slice says about who may do what. */
export const oversightAccess: readonly AccessRules[] = [oversightRules];
