/** How many hours something waits for a decision where an organization says nothing else; then silence has refused it. */
export const DECIDE_WITHIN_HOURS = 12;

/** Fewest hours an organization may give those who decide. */
export const LEAST_DECIDE_HOURS = 1;

/** Most hours an organization may give those who decide: what nobody has answered for three days is not wanted. */
export const MOST_DECIDE_HOURS = 72;
