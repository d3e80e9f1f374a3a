import { type AccessRules, holds } from '@smartpar/access/model';
import { ASSIGNABLE_ROLES } from './privacy-request.access';

/** Who may use and who may change the texts kept for answers. */
export const replyTemplateAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, ...ASSIGNABLE_ROLES)) allow('read', 'reply-template');
  if (holds(actor, 'owner', 'privacy-officer')) allow(['create', 'change', 'remove'], 'reply-template');
};
