import { Temporal } from '@smartpar/kernel';
import { VERIFIED_ON } from './clock-rule';
import { CLOCK_RULES, clockRule, HOUSE_RULE, replyRule } from './clock-rules';
import { REGIMES } from './regime';
import { REQUEST_KINDS } from './request-kind';

describe('the table of clock rules', () => {
  it('names each row once', () => {
    expect(new Set(CLOCK_RULES.map(({ id }) => id)).size).toBe(CLOCK_RULES.length);
  });

  it.each(REGIMES)('has a row for %s', (regime) => {
    expect(CLOCK_RULES.some((rule) => rule.regime === regime && rule.duty === 'reply')).toBe(true);
  });

  it.each(CLOCK_RULES)('cites a source and real days: $id', (rule) => {
    expect(rule.citation.length).toBeGreaterThan(8);
    expect(Temporal.PlainDate.from(rule.effectiveFrom).toString()).toBe(rule.effectiveFrom);
    if (rule.effectiveTo !== null) expect(rule.effectiveTo > rule.effectiveFrom).toBe(true);
    expect(rule.period.figure).toBeGreaterThan(0);
    expect(rule.verifiedOn).toBe(rule.confidence === 'verified' ? VERIFIED_ON : null);
  });

  it('never has two rules for one answer on one day', () => {
    for (const one of CLOCK_RULES) {
      const rivals = CLOCK_RULES.filter(
        (other) =>
          other !== one &&
          other.regime === one.regime &&
          other.duty === one.duty &&
          other.kinds.some((kind) => one.kinds.includes(kind)) &&
          (other.effectiveTo ?? '9999') > one.effectiveFrom &&
          (one.effectiveTo ?? '9999') > other.effectiveFrom,
      );
      expect(rivals).toEqual([]);
    }
  });

  it.each(REGIMES.filter((regime) => regime !== 'us-hipaa'))('answers for every kind under %s', (regime) => {
    for (const kind of REQUEST_KINDS) expect(replyRule({ regime, kind, on: '2026-11-23' })).toBeDefined();
  });
});

describe('the rule for an answer', () => {
  it.each([
    ['gdpr', 'question', '2026-11-23', 'gdpr-12-3'],
    ['uk-gdpr', 'subject-access', '2026-02-04', 'uk-gdpr-12-3-2021'],
    ['uk-gdpr', 'subject-access', '2026-02-05', 'uk-gdpr-12-3-2026'],
    ['us-ca', 'subject-access', '2026-11-23', 'us-ca-7021'],
    ['us-ca', 'opt-out', '2026-11-23', 'us-ca-7026'],
    ['us-va', 'appeal', '2026-11-23', 'us-va-appeal'],
    ['us-ut', 'appeal', '2026-11-23', 'us-ut-reply'],
    ['br-lgpd', 'subject-access', '2026-11-23', 'br-lgpd-19'],
    ['br-lgpd', 'erasure', '2026-11-23', 'br-lgpd-18'],
  ] as const)('under %s for %s on %s is %s', (regime, kind, on, id) => {
    expect(replyRule({ regime, kind, on })?.id).toBe(id);
  });

  it('is missing before the law was in force and where it governs something else', () => {
    expect(replyRule({ regime: 'us-in', kind: 'question', on: '2025-12-31' })).toBeUndefined();
    expect(replyRule({ regime: 'us-hipaa', kind: 'erasure', on: '2026-11-23' })).toBeUndefined();
  });

  it('lets the clock stand still for a clarification in the United Kingdom only, and for doubt about identity also in the EU', () => {
    expect(HOUSE_RULE.pauses).toEqual(['identity']);
    expect(CLOCK_RULES.filter(({ pauses }) => pauses.includes('clarification')).map(({ id }) => id)).toEqual(['uk-gdpr-12-3-2026']);
    expect(clockRule('us-ca-7021').pauses).toEqual([]);
  });

  it('cannot be looked up by an id that never was', () => {
    expect(() => clockRule('gdpr-99')).toThrow(RangeError);
  });
});
