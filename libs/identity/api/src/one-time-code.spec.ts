import { codeAt, secretOfText, secretText, secretUri, stepOfCode } from './one-time-code';

/** The secret of the test values of RFC 6238, appendix B. */
const secret = Buffer.from('12345678901234567890');

describe('codes that change with the time', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %d', (epoch, code) => {
    expect(codeAt(secret, epoch)).toBe(code);
    expect(stepOfCode(secret, code, epoch)).toBe(Math.floor(epoch / 30));
  });

  it.each([
    [-2, null],
    [-1, 99],
    [0, 100],
    [1, 101],
    [2, null],
  ])('%d steps off are taken for step %s', (steps, step) => {
    for (const second of [0, 29]) expect(stepOfCode(secret, codeAt(secret, (100 + steps) * 30), 100 * 30 + second)).toBe(step);
  });

  it('of another secret are none', () => {
    expect(stepOfCode(Buffer.from('another twenty bytes'), codeAt(secret, 3000), 3000)).toBeNull();
  });
});

describe('a secret', () => {
  it('is read back from its text, which holds nothing that is hard to type', () => {
    expect(secretText(secret)).toMatch(/^[A-Z2-7]{32}$/);
    expect(Buffer.from(secretOfText(secretText(secret)))).toEqual(secret);
  });

  it('rides in the picture with whose it is', () => {
    const uri = new URL(secretUri(secret, 'anna+x@nordwind.example'));
    expect(decodeURIComponent(uri.pathname)).toContain('SmartPAR:anna+x@nordwind.example');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret: secretText(secret), issuer: 'SmartPAR' });
  });
});
