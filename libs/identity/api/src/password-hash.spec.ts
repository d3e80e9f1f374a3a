import { hash as rawHash, parseOptions } from '@node-rs/argon2';
import { PasswordHash } from './password-hash';

const passwords = new PasswordHash();

describe('a password hash', () => {
  it('matches its password and no other', async () => {
    const stored = await passwords.hash('tidal lantern orbit');
    await expect(passwords.matches(stored, 'tidal lantern orbit')).resolves.toBe(true);
    await expect(passwords.matches(stored, 'tidal lantern orbiT')).resolves.toBe(false);
  });

  it('matches however the characters were composed', async () => {
    const stored = await passwords.hash('Mu\u0308nzen im Brunnen');
    await expect(passwords.matches(stored, 'M\u00fcnzen im Brunnen')).resolves.toBe(true);
  });

  it('is Argon2id at no less than OWASP asks for', async () => {
    const stored = await passwords.hash('tidal lantern orbit');
    expect(stored).toMatch(/^\$argon2id\$v=19\$/);
    const { memoryCost, timeCost } = parseOptions(stored);
    expect(memoryCost).toBeGreaterThanOrEqual(19_456);
    expect(timeCost).toBeGreaterThanOrEqual(2);
  });

  it('matches nothing where there is no account', async () => {
    await expect(passwords.matches(null, '')).resolves.toBe(false);
    await expect(passwords.matches(null, 'tidal lantern orbit')).resolves.toBe(false);
  });

  it('costs the same where there is no account', async () => {
    const stored = await passwords.hash('tidal lantern orbit');
    const cost = async (hash: string | null) => {
      const times = [];
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now();
        await passwords.matches(hash, 'wrong');
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const [present, absent] = [await cost(stored), await cost(null)];
    expect(absent / present).toBeGreaterThan(0.5);
    expect(absent / present).toBeLessThan(2);
  });

  it('is outdated when it was made at a lower cost', async () => {
    expect(passwords.isOutdated(await passwords.hash('tidal lantern orbit'))).toBe(false);
    expect(passwords.isOutdated(await rawHash('tidal lantern orbit', { memoryCost: 19_456, timeCost: 2 }))).toBe(true);
  });
});
