import { toggled } from './toggled';

const ALL = ['roles', 'grants', 'sites'] as const;

describe('ticking one of some things', () => {
  it.each<[readonly (typeof ALL)[number][], (typeof ALL)[number], readonly string[]]>([
    [[], 'grants', ['grants']],
    [['sites'], 'roles', ['roles', 'sites']],
    [['roles', 'grants'], 'roles', ['grants']],
    [['grants'], 'grants', []],
  ])('%j and %s come to %j', (chosen, one, left) => {
    expect(toggled(ALL, chosen, one)).toEqual(left);
  });
});
