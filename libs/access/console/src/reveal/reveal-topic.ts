import type { OrganizationPurpose, ProfileCategory } from '@smartpar/access/model';

/** Data somebody would look at. */
export interface RevealTopic {
  readonly organizationId: string;
  readonly memberId: string;
  readonly categories: readonly ProfileCategory[];
  /** whose data it is, in words the looker may know: a member number or a name */
  readonly about?: string | undefined;
}

/** What the dialog is told: what is looked at, and the purposes there are for it. */
export interface RevealQuestion extends RevealTopic {
  readonly purposes: readonly OrganizationPurpose[];
}
