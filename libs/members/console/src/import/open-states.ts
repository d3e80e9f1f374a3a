import { OPEN_IMPORT_STATES, type ImportState, type MemberImport } from '@smartpar/members/model';
import type { IconName } from '@smartpar/platform/ui';

const OPEN: ReadonlySet<ImportState> = new Set(OPEN_IMPORT_STATES);

/** Tells whether an import is not over; an organization has one such at most. */
export const isOpen = ({ state }: Pick<MemberImport, 'state'>): boolean => OPEN.has(state);

/** Tells whether the server works on an import, so that it changes by itself. */
export const isMoving = ({ state }: Pick<MemberImport, 'state'>): boolean => state === 'receiving' || state === 'checking' || state === 'applying';

/** The icon of each state. */
export const STATE_ICONS: Readonly<Record<ImportState, IconName>> = {
  receiving: 'clock',
  received: 'pause',
  checking: 'clock',
  checked: 'pause',
  applying: 'clock',
  applied: 'check',
  stopped: 'alert',
  cancelled: 'close',
};
