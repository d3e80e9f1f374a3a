import { memberView } from '../../../testing/src';
import { correctionOf, meanwhile, typedFacts } from './correction';

const BASE = typedFacts(memberView());

describe('a correction', () => {
  it('says what was changed and nothing else', () => {
    expect(correctionOf({ ...BASE, firstName: ' Mirabel ' }, BASE, 3)).toEqual({ version: 3, firstName: 'Mirabel' });
  });

  it('says nothing where nothing was changed, or only spaces were', () => {
    expect(correctionOf({ ...BASE, lastName: 'Moorgreen ' }, BASE, 3)).toEqual({ version: 3 });
  });

  it('takes away what was emptied', () => {
    expect(correctionOf({ ...BASE, lastName: '' }, BASE, 3)).toEqual({ version: 3, lastName: null });
  });

  it('leaves what is hidden, unless something is typed in its place', () => {
    expect(correctionOf(BASE, BASE, 3)).not.toHaveProperty('phone', null);
    expect(correctionOf({ ...BASE, phone: '+49 30 1234567' }, BASE, 3)).toEqual({ version: 3, phone: '+49 30 1234567' });
  });

  it('can be of the language', () => {
    expect(correctionOf({ ...BASE, locale: 'de' }, BASE, 3)).toEqual({ version: 3, locale: 'de' });
  });
});

describe('what somebody else saved meanwhile', () => {
  it('stands in the fields nothing was typed in', () => {
    const { typed, differing } = meanwhile({ ...BASE, firstName: 'Mirabel' }, BASE, { ...BASE, lastName: 'Birch' });
    expect(typed).toEqual({ ...BASE, firstName: 'Mirabel', lastName: 'Birch' });
    expect(differing).toEqual([]);
  });

  it('is told where it is the same field, and what was typed stays', () => {
    const { typed, differing } = meanwhile({ ...BASE, firstName: 'Mirabel' }, BASE, { ...BASE, firstName: 'Miriam' });
    expect(typed.firstName).toBe('Mirabel');
    expect(differing).toEqual(['firstName']);
  });

  it('is nothing to tell where both typed the same', () => {
    expect(meanwhile({ ...BASE, firstName: 'Mirabel' }, BASE, { ...BASE, firstName: 'Mirabel' }).differing).toEqual([]);
  });
});
