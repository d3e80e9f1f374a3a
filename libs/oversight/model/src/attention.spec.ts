import fc from 'fast-check';
import { ATTENTION_REASONS, reasonsFor, weightOf } from './attention';
import { suppressed } from './suppression';

const well = { kind: 'tenant', overdueRequests: 0, contactNamed: true, domainVerified: true } as const;

describe('the reasons to look at an organization', () => {
  it.each([
    ['all is well', {}, []],
    ['a question is overdue', { overdueRequests: 1 }, ['overdue-questions']],
    ['nobody is named', { contactNamed: false }, ['nobody-named']],
    ['no domain is verified', { domainVerified: false }, ['domain-unverified']],
    ['direct users have no domain', { kind: 'direct-users', domainVerified: false }, []],
    ['everything is wrong', { overdueRequests: 9, contactNamed: false, domainVerified: false }, ATTENTION_REASONS],
  ] as const)('when %s', (_situation, facts, reasons) => expect(reasonsFor({ ...well, ...facts })).toEqual(reasons));

  it('are ordered so that a worse one outweighs all lesser ones', () => {
    ATTENTION_REASONS.forEach((reason, at) => expect(weightOf([reason])).toBeGreaterThan(weightOf(ATTENTION_REASONS.slice(at + 1))));
  });
});

describe('a count of people', () => {
  it('is told from five on, and below that all counts look alike', () => {
    fc.assert(fc.property(fc.nat(), (count) => suppressed(count) === (count >= 5 ? count : null)));
    expect(new Set([0, 1, 2, 3, 4].map(suppressed)).size).toBe(1);
  });
});
