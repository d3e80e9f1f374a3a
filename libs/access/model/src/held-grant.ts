import type { ProfileCategory } from './category';
import type { OrganizationPurpose } from './purpose';

/** What somebody may see of one category, over all their roles. */
export interface HeldGrant {
  readonly category: ProfileCategory;
  readonly mode: 'shown' | 'on-reveal';
  readonly purposes: readonly OrganizationPurpose[];
}
