import { abilitiesAccess } from './abilities.access';
import { explainAccess } from './explain/explain.access';
import { extractAccess } from './extracts/extract.access';
import { grantAccess } from './grants/grant.access';
import { breakGlassAccess } from './break-glass/break-glass.access';
import { evaluationAccess, volumeAlertAccess } from './evaluations/evaluation.access';
import { ledgerAccess } from './ledger.access';
import { ledgerDelayAccess } from './ledger/ledger-delay.access';
import { ledgerNamesAccess } from './ledger/ledger-names.access';
import { lockboxAccess } from './lockbox/lockbox.access';
import { accessReviewAccess } from './reviews/access-review.access';
import { roleAccess } from './roles/role.access';
import type { AccessRules } from './rules';
import { standingGrantAccess } from './standing-grant.access';
import { undertakingAccess } from './undertaking/undertaking.access';
import { violationAccess } from './violations/violation.access';

/** What this slice says about who may do what. */
export const needToKnowAccess: readonly AccessRules[] = [
  abilitiesAccess,
  standingGrantAccess,
  grantAccess,
  extractAccess,
  undertakingAccess,
  violationAccess,
  ledgerAccess,
  ledgerDelayAccess,
  ledgerNamesAccess,
  lockboxAccess,
  breakGlassAccess,
  roleAccess,
  explainAccess,
  accessReviewAccess,
  evaluationAccess,
  volumeAlertAccess,
];
