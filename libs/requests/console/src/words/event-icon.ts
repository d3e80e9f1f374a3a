import type { IconName } from '@smartpar/platform/ui';
import type { RequestEvent } from '@smartpar/requests/model';

const ICONS: Readonly<Record<RequestEvent['code'], IconName>> = {
  received: 'inbox',
  'organization-typed': 'building',
  'site-chosen': 'building',
  classified: 'edit',
  assigned: 'person',
  'concern-named': 'lock',
  'clock-paused': 'pause',
  'clock-resumed': 'clock',
  'part-handed-over': 'split',
  'part-received': 'split',
  reminded: 'clock',
  'owners-told': 'escalate',
  escalated: 'escalate',
  answered: 'check',
  reopened: 'undo',
};

/** The icon that goes with something that happened. */
export const eventIcon = (code: RequestEvent['code']): IconName => ICONS[code];
