import { accessMails, grantMails, reviewMails } from '@smartpar/access/api';
import { ledgerMails, violationMails } from '@smartpar/access/api';
import { type AccessRules, needToKnowAccess } from '@smartpar/access/model';
import { auditMails } from '@smartpar/audit/api';
import { auditAccess } from '@smartpar/audit/model';
import { waitingItemAccess } from '@smartpar/home/model';
import { identityEntities, identityMails } from '@smartpar/identity/api';
import { identityAccess } from '@smartpar/identity/model';
import { membersEntities, membersMails } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { organizationsEntities, organizationsMails } from '@smartpar/organizations/api';
import { organizationsAccess } from '@smartpar/organizations/model';
import { oversightAccess } from '@smartpar/oversight/model';
import type { EntityClass } from '@smartpar/platform/database';
import type { MailTemplate } from '@smartpar/platform/mail';
import { requestsEntities, requestsMails } from '@smartpar/requests/api';
import { requestsAccess } from '@smartpar/requests/model';
import { retentionAccess } from '@smartpar/retention/model';

/** Who may do what, over all nouns; a later file's sentence beats an earlier one's. */
export const allAccessRules: readonly AccessRules[] = [
  ...needToKnowAccess,
  ...auditAccess,
  ...identityAccess,
  ...organizationsAccess,
  ...membersAccess,
  ...oversightAccess,
  ...requestsAccess,
  ...retentionAccess,
  waitingItemAccess,
];

/** Tables as TypeORM knows them. */
export const allEntities: readonly EntityClass[] = [...identityEntities, ...organizationsEntities, ...membersEntities, ...requestsEntities];

/** Every kind of mail. */
export const allMails: readonly MailTemplate[] = [
  ...accessMails,
  ...auditMails,
  ...grantMails,
  ...reviewMails,
  ...identityMails,
  ...membersMails,
  ...organizationsMails,
  ...requestsMails,
  ...violationMails,
  ...ledgerMails,
];
