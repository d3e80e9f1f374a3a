import { DEFAULT_SESSION_RULES, type SessionRules } from '@smartpar/identity/model';

/** What an operator may set about sign-in. */
export class IdentityConfiguration {
  /** @param sessions how long sessions live */
  constructor(readonly sessions: SessionRules = DEFAULT_SESSION_RULES) {}
}
