import { judgeFile, MOST_FILE_BYTES, proofFileAddress } from './domain-file';

describe('the file that proves a domain', () => {
  it('lies at a well-known place, by TLS, at the very domain', () => {
    expect(proofFileAddress('nordwerk.example')).toBe('https://nordwerk.example/.well-known/smartpar-verification.txt');
    expect(MOST_FILE_BYTES).toBeLessThanOrEqual(1_024);
  });

  it.each(['smartpar-verification=abc', 'smartpar-verification=abc\n', ' smartpar-verification=abc \r\nanything else', '\ufeffsmartpar-verification=abc'])(
    'proves it by its first line: %j',
    (text) => expect(judgeFile('abc', { kind: 'found', text })).toBe('proved'),
  );

  it.each(['', 'smartpar-verification=abcd', 'abc', '<html>smartpar-verification=abc</html>', '\nsmartpar-verification=abc'])('proves nothing by %j', (text) =>
    expect(judgeFile('abc', { kind: 'found', text })).toBe('other-content'),
  );

  it.each([
    ['none', 'no-file'],
    ['moved', 'moved'],
    ['closed-address', 'closed-address'],
    ['certificate', 'certificate'],
    ['no-answer', 'no-answer'],
  ] as const)('is missing when the answer is %s', (kind, outcome) => expect(judgeFile('abc', { kind })).toBe(outcome));
});
