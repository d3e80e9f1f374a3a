import type { AccessRules } from '@smartpar/access/model';

/** What this slice says about who may do what: nothing yet, so members are listed to nobody. */
export const membersAccess: readonly AccessRules[] = [];
