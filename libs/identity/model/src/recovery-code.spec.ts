import fc from 'fast-check';
import { readCode, recoveryCodeOf } from './recovery-code';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('a recovery code', () => {
  it('is four groups of four, without letters that look alike', () => {
    fc.assert(fc.property(bytes, (random) => expect(recoveryCodeOf(random)).toMatch(/^([A-HJKMNP-TV-Z0-9]{4}-){3}[A-HJKMNP-TV-Z0-9]{4}$/)));
  });

  it('is read back in any spelling', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = recoveryCodeOf(random);
        const read = { kind: 'recovery-code', letters: code.replaceAll('-', '') };
        for (const spelling of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')}\n`, code.replaceAll('0', 'o').replaceAll('1', 'l')])
          expect(readCode(spelling)).toEqual(read);
      }),
    );
  });
});

describe('what is typed', () => {
  it.each(['123456', ' 123 456 ', '123-456', '１２３４５６'])('%j is a code of six digits', (typed) => {
    expect(readCode(typed)).toEqual({ kind: 'code', digits: '123456' });
  });

  it.each(['', '12345', '1234567', 'K7QM-2XVA-90TB', 'K7QM-2XVA-90TB-JH4Ç', '1'.repeat(200)])('%j is no code at all', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('sixteen digits are a recovery code, not a code of six', () => {
    expect(readCode('1234567890123456')?.kind).toBe('recovery-code');
  });
});
