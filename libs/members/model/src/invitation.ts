import { Temporal } from '@smartpar/kernel';

/** How long the link of an invitation works. */
export const INVITATION_LIFETIME = Temporal.Duration.from({ hours: 7 * 24 });

/** How long to wait before an invitation is sent again, in seconds. */
export const INVITATION_PAUSE_SECONDS = 60;
