import type { ClockRule } from './clock-rule';
import { CCPA_RULES, US_RULES } from './clock-rules-us';
import { OTHER_RULES } from './clock-rules-world';
import type { Regime } from './regime';
import type { RequestKind } from './request-kind';

/** Every rule on privacy requests that is known. */
export const CLOCK_RULES: readonly ClockRule[] = [...OTHER_RULES, ...CCPA_RULES, ...US_RULES];

const BY_ID: ReadonlyMap<string, ClockRule> = new Map(CLOCK_RULES.map((rule) => [rule.id, rule]));

/**
 * The rule a stored deadline refers to.
 * @throws RangeError when there is none, which only a lost row of this table can cause
 */
export function clockRule(id: string): ClockRule {
  const rule = BY_ID.get(id);
  if (rule === undefined) throw new RangeError(`There is no clock rule "${id}".`);
  return rule;
}

/** What is asked of the table. */
export interface RuleSought {
  readonly regime: Regime;
  readonly kind: RequestKind;
  /** the day the clock starts, `YYYY-MM-DD` */
  readonly on: string;
}

/**
 * The rule for an answer that was in force on the day a clock starts.
 * @returns undefined where that law sets no date for that kind, or was not yet in force
 */
export const replyRule = ({ regime, kind, on }: RuleSought): ClockRule | undefined =>
  CLOCK_RULES.find((rule) => rule.regime === regime && rule.duty === 'reply' && rule.kinds.includes(kind) && inForce(rule, on));

/** The rule kept as a courtesy where no law is known to set a date: the GDPR's month. */
export const HOUSE_RULE: ClockRule = clockRule('gdpr-12-3');

// ISO dates compare as text.
const inForce = (rule: ClockRule, on: string): boolean => rule.effectiveFrom <= on && (rule.effectiveTo === null || on < rule.effectiveTo);
