import { SHIPPED_GRANTS, type LedgerLook, type LedgerSummary, type StandingGrant, type StandingGrants, type WideningView } from '@smartpar/access/model';

/** A look for specs: the helpdesk's at a phone number; say what differs. */
export const ledgerLook = (look: Partial<LedgerLook> = {}): LedgerLook => ({
  id: 'look-1',
  at: '2026-03-02T09:00:00Z',
  by: { roles: ['helpdesk'], self: false },
  categories: ['user.contact.phone_number.work'],
  purpose: 'support',
  reason: { template: 'asked-for-help' },
  delays: [],
  challenge: null,
  ...look,
});

/** Who could look and what was counted, for specs: nobody and nothing; say what differs. */
export const ledgerSummary = (summary: Partial<LedgerSummary> = {}): LedgerSummary => ({
  viewers: [],
  timed: [],
  months: [],
  counted: [],
  infrastructure: [],
  ...summary,
});

/** The grants of an organization for specs: as shipped, but for those changed. */
export const standingGrants = (version: number, ...changed: readonly StandingGrant[]): StandingGrants => ({
  version,
  grants: SHIPPED_GRANTS.map(({ role, category, mode, purposes }) => {
    const own = changed.find((grant) => grant.role === role && grant.category === category);
    const shipped = { mode, purposes: [...purposes] };
    const now = own === undefined ? shipped : { mode: own.mode, purposes: [...own.purposes] };
    return { role, category, ...now, shipped, changedAt: own === undefined ? null : '2026-03-02T09:00:00Z' };
  }),
  waiting: [],
});

/** What a role is to see more, for specs: owners the phone number at all times; say what differs. */
export const wideningExample = (widening: Partial<WideningView> = {}): WideningView => ({
  id: 'w1',
  role: 'owner',
  category: 'user.contact.phone_number.work',
  from: { mode: 'on-reveal', purposes: ['administration'] },
  to: { mode: 'shown', purposes: ['administration'] },
  requestedAt: '2026-03-02T09:00:00Z',
  requestedBy: { memberId: 'm1', number: 10_001, self: false },
  settlesAt: '2026-03-02T21:00:00Z',
  alone: false,
  may: { approve: false, refuse: false },
  obstacle: null,
  ...widening,
});
