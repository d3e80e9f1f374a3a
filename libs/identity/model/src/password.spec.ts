import { foldedForms, forbiddenWords, isMadeOfOwnData, lengthOfPassword, normalizePassword } from './password';

describe('a password', () => {
  it('is the same however its characters were composed', () => {
    expect(normalizePassword('Mu\u0308nze')).toBe(normalizePassword('M\u00fcnze'));
    expect(normalizePassword('ﬁnal')).toBe('final');
  });

  it('is as long as people count, not as many code units', () => {
    expect(lengthOfPassword('🌲🌲🌲')).toBe(3);
    expect(lengthOfPassword('u\u0308ber')).toBe(4);
  });

  it.each([
    ['Passwort123!', 'passwort'],
    ['P@ssw0rd!!', 'password'],
    ['dragondragon', 'dragon'],
    ['123monkey123', 'monkey'],
  ])('is looked up without its decoration: %s as %s', (password, form) => {
    expect(foldedForms(password)).toContain(form);
  });
});

describe('own data', () => {
  const own = { email: 'Annabel.Winter@nordwind.example', name: 'Annabel Winter-Lund', organizationNames: ['Nordwind Logistik GmbH'] };

  it('gives the words that a password must not be made of', () => {
    expect(forbiddenWords(own)).toEqual(
      expect.arrayContaining(['annabel', 'winter', 'lund', 'nordwind', 'logistik', 'annabel.winter', 'annabelwinter', 'smartpar']),
    );
  });

  it('leaves out parts too short to mean anything', () => {
    expect(forbiddenWords({ email: 'a.b@xy.de' })).not.toContain('a');
    expect(forbiddenWords({ email: 'a.b@xy.de' })).not.toContain('xy');
  });

  it.each([
    ['annabel.winter1', true],
    ['WinterLund2026', true],
    ['nordwind-gmbh!!', true],
    ['nordwind tidal lantern', false],
    ['tidal lantern orbit', false],
    ['x7#', false],
  ])('%s is made of it: %s', (password, made) => {
    expect(isMadeOfOwnData(password, forbiddenWords(own))).toBe(made);
  });
});
