import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateOrganizationFigures20261123001200 } from './migrations/20261123001200-create-organization-figures';
import { FollowPrivacyRequests20261123009000 } from './migrations/20261123009000-follow-privacy-requests';

/** Migrations of oversight. */
export const oversightMigrations = [CreateOrganizationFigures20261123001200, FollowPrivacyRequests20261123009000] as const;

/** Tables of oversight. */
export const oversightTables: readonly TableDeclaration[] = [
  {
    name: 'organization_figures',
    class: 'global',
    reason: 'Numbers and states of every organization and nothing of a person; written by triggers, only read by the serving role.',
  },
  {
    name: 'organization_figure_deltas',
    class: 'global',
    reason: 'Changes of those numbers on their way in; written by triggers, only read by the serving role.',
  },
];
