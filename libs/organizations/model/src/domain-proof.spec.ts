import { judgeProof, proofName, proofRecord } from './domain-proof';

describe('the proof of a domain', () => {
  it('is one text record at a name of our own below it', () => {
    expect(proofName('nordwerk.example')).toBe('_smartpar.nordwerk.example');
    expect(proofRecord('abc')).toBe('smartpar-verification=abc');
  });

  it('is given when the expected value is among those published', () => {
    const check = judgeProof('abc', { kind: 'found', values: ['something else', ' smartpar-verification=abc '] });
    expect(check).toEqual({ outcome: 'proved', found: ['something else', 'smartpar-verification=abc'] });
  });

  it.each(['smartpar-verification=abcd', 'smartpar-verification=ABC', 'abc', 'smartpar-verification='])('is not given by "%s"', (published) => {
    expect(judgeProof('abc', { kind: 'found', values: [published] })).toEqual({ outcome: 'other-value', found: [published] });
  });

  it.each([
    [{ kind: 'none' } as const, 'no-record'],
    [{ kind: 'found', values: [] } as const, 'no-record'],
    [{ kind: 'no-domain' } as const, 'no-domain'],
    [{ kind: 'no-answer' } as const, 'no-answer'],
  ])('is missing when the answer is %j', (records, outcome) => expect(judgeProof('abc', records)).toEqual({ outcome, found: [] }));

  it('keeps little of what strangers publish, and nothing that cannot be shown', () => {
    const check = judgeProof('abc', { kind: 'found', values: [...Array(20).keys()].map((n) => `${n}\u0007${'x'.repeat(500)}`) });
    expect(check.found).toHaveLength(5);
    expect(check.found.every((text) => text.length === 200 && !/\p{Cc}/u.test(text))).toBe(true);
  });
});
