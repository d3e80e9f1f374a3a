import { type AccessRules, holds } from '@smartpar/access/model';

/** Every member sees whom to ask; owners and privacy officers say who that is. */
export const privacyContactAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  allow('read', 'privacy-contact');
  if (holds(actor, 'owner', 'privacy-officer')) allow('update', 'privacy-contact');
};
