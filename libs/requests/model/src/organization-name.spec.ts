import { foldOrganizationName, isSameOrganizationName } from './organization-name';

describe('names of organizations', () => {
  it.each([
    ['ACME GmbH', 'acme'],
    ['Nordwerk Maschinenbau G.m.b.H. & Co. KG', 'nordwerk maschinenbau'],
    ['Café Zürich AG', 'cafe zurich'],
    ['S.A.', 'sa'],
    ['株式会社テスト', '株式会社テスト'],
    ['  ', ''],
  ])('%j is compared as %j', (name, folded) => {
    expect(foldOrganizationName(name)).toBe(folded);
  });

  it.each([
    ['Acme Ltd.', 'acme', true],
    ['Acme', 'Acme Europe', false],
    ['', '', false],
    ['&', '-', false],
  ])('%j and %j are the same: %s', (one, other, same) => {
    expect(isSameOrganizationName(one, other)).toBe(same);
  });
});
