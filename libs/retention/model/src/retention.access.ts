import type { AccessRules } from '@smartpar/access/model';
import { holdAccess } from './holds/hold.access';
import { periodAccess } from './period/period.access';

/** What this slice says about who may do what. */
export const retentionAccess: readonly AccessRules[] = [holdAccess, periodAccess];
