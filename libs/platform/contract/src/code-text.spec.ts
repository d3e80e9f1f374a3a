import fc from 'fast-check';
import { codeLetters, codeText } from './code-text';

const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });

describe('a code that is copied by hand', () => {
  it('is read back in any spelling', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeText(random);
        const spellings = [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')}\n`, code.replaceAll('0', 'o').replaceAll('1', 'l')];
        for (const spelling of spellings) expect(codeLetters(spelling, 20)).toBe(code.replaceAll('-', ''));
      }),
    );
  });

  it.each(['', 'K7QM-2XVA-90TB-JH4C', `${'K7QM-'.repeat(6)}`, 'K7QM-2XVA-90TB-JH4C-Ç123'])('%j is none', (typed) => {
    expect(codeLetters(typed, 20)).toBeNull();
  });
});
