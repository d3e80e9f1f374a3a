import { foldGivenName, foldName, foldText } from './folded-name';

describe('a name as it is searched', () => {
  it.each([
    ['Ana', 'Silva', 'silva ana'],
    ['Žito', 'Dünensand', 'dunensand zito'],
    ['JÖRG', ' Groß  Weber', 'gross weber jorg'],
    ['柳子', 'Åkerby', 'akerby 柳子'],
    ['Ｗide', 'Letter', 'letter wide'],
  ])('%s %s is "%s"', (first, last, folded) => expect(foldName(first, last)).toBe(folded));

  it('stands first name first in its other form', () => expect(foldGivenName('Ana', 'Silva')).toBe('ana silva'));
  it('of a single word stands alone', () => expect([foldName('Sukarno', null), foldGivenName('Sukarno', null)]).toEqual(['sukarno', 'sukarno']));
  it('never outgrows an index, whatever its letters become', () => expect([...foldText('ﷺ'.repeat(200))]).toHaveLength(200));
});
