import { loadPasswordJudge, MIN_STRENGTH, type PasswordJudge } from './password-strength';

const own = { email: 'annabel.winter@nordwind.example', name: 'Annabel Winter', organizationNames: ['Nordwind Logistik GmbH'] };

describe('the judge of passwords', () => {
  let judge: PasswordJudge;
  beforeAll(async () => {
    judge = await loadPasswordJudge();
  });

  it.each(['tidal lantern orbit moss', 'correct horse battery staple', 'kR9#mz_41LwQ', 'Nebel fragt Dachziegel', 'пять старых фонарей'])(
    'lets pass: %s',
    (password) => {
      const verdict = judge.judge(password, own);
      expect(verdict.fault).toBeNull();
      expect(verdict.score).toBeGreaterThanOrEqual(MIN_STRENGTH);
    },
  );

  it.each([
    ['kR9#mz_41Lw', 'too_short'],
    ['x7#Kd'.repeat(26), 'too_long'],
    ['1q2w3e4r5t6y', 'common'],
    ['P@ssw0rd12345', 'common'],
    ['dragondragon1', 'common'],
    ['annabel.winter1', 'own_data'],
    ['nordwind 2026', 'own_data'],
    ['smartpar12345', 'own_data'],
    ['aaaaaaaaaaaaaaa', 'too_weak'],
    ['qwertzuiopas', 'too_weak'],
    ['1990-03-02!!', 'too_weak'],
    ['sommersommerwinter', 'too_weak'],
  ])('refuses %s: %s', (password, fault) => {
    const verdict = judge.judge(password, own);
    expect(verdict.fault).toBe(fault);
    if (fault !== 'too_long') expect(verdict.score).toBeLessThan(MIN_STRENGTH);
  });

  it('says what makes a password weak and what would help', () => {
    const verdict = judge.judge('qwertzuiopas', own);
    expect(verdict.warning).not.toBeNull();
    expect(verdict.suggestions).toContain('anotherWord');
  });

  it('judges the same word differently for whom it is their own', () => {
    const stranger = { email: 'j.doe@example.org' };
    expect(judge.judge('winterannabel77', own).fault).toBe('own_data');
    expect(judge.judge('winterannabel77', stranger).fault).not.toBe('own_data');
  });

  it('makes nobody wait for the longest password one may send', () => {
    const start = performance.now();
    judge.judge('@4a$5sS'.repeat(73), own);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
