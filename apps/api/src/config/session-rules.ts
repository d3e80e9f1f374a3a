import type { SessionRules } from '@smartpar/identity/model';
import { Temporal } from '@smartpar/kernel';
import type { Environment } from './environment';

/** The limits of sessions as the operator sets them. */
export const sessionRules = (env: Environment): SessionRules => ({
  own: { idle: Temporal.Duration.from({ minutes: env.SESSION_IDLE_MINUTES }), absolute: Temporal.Duration.from({ hours: env.SESSION_HOURS }) },
  shared: { idle: Temporal.Duration.from({ minutes: env.SHARED_SESSION_IDLE_MINUTES }), absolute: Temporal.Duration.from({ hours: env.SHARED_SESSION_HOURS }) },
  freshFor: Temporal.Duration.from({ minutes: env.REAUTHENTICATION_MINUTES }),
});
