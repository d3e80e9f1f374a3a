/** Kind of due work: the next few holders of claimed accounts are told. */
export const TELL_WORK = 'organizations.tell-of-claim';

/** Kind of due work: the time to move is over, and the next few accounts become members. */
export const FORCE_WORK = 'organizations.put-claim-in-force';

/** Kind of due work: the next few holders hear that a claim has stopped. */
export const STOPPED_WORK = 'organizations.tell-of-stopped-claim';

/** Kind of due work: an account left a domain, and the claim of whoever claims it follows. */
export const LEFT_WORK = 'organizations.leave-claims';

/** Kind of due work: nobody answered an objection in time, so SmartPAR's staff do. */
export const ESCALATE_WORK = 'organizations.escalate-objection';

/** Kind of due work: a dispute is handed to SmartPAR's staff. */
export const HAND_IN_WORK = 'organizations.hand-in-dispute';

/** Kind of due work: the holder of a disputed domain hears of it. */
export const TELL_HOLDER_WORK = 'organizations.tell-of-dispute';

/** Kind of due work: what staff decided happens in an organization. */
export const CARRY_OUT_WORK = 'organizations.carry-out-decision';
