import type { AccessRules } from '@smartpar/access/model';
import { privacyRequestAccess } from './privacy-request.access';
import { replyTemplateAccess } from './reply-template.access';

/** What this slice says about who may do what. */
export const requestsAccess: readonly AccessRules[] = [privacyRequestAccess, replyTemplateAccess];
