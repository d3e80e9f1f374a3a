import { foldName } from './folded-name';

describe('a name as it is searched', () => {
  it.each([
    ['Ana', 'Silva', 'silva ana'],
    ['Žito', 'Dünensand', 'dunensand zito'],
    ['JÖRG', ' Groß  Weber', 'gross weber jorg'],
    ['柳子', 'Åkerby', 'akerby 柳子'],
    ['Ｗide', 'Letter', 'letter wide'],
  ])('%s %s is "%s"', (first, last, folded) => expect(foldName(first, last)).toBe(folded));
});
