import { DEFAULT_SESSION_RULES, type SessionRules } from '@smartpar/identity/model';

/** Whether SmartPAR's staff need a second factor to come in; `optional` is for installations without real people's data. */
export type StaffFactor = 'required' | 'optional';

/** What differs from what is shipped; offered as a global provider where an operator set anything. */
export abstract class IdentitySettings {
  readonly sessions?: SessionRules;
  readonly staffFactor?: StaffFactor;
}

/** What holds about sign-in. */
export class IdentityConfiguration {
  /** how long sessions live */
  readonly sessions: SessionRules;
  readonly staffFactor: StaffFactor;

  /** @param settings what differs from what is shipped */
  constructor({ sessions = DEFAULT_SESSION_RULES, staffFactor = 'required' }: IdentitySettings = {}) {
    this.sessions = sessions;
    this.staffFactor = staffFactor;
  }
}
