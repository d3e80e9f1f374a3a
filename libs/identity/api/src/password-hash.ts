import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalizePassword } from '@smartpar/identity/model';

/**
 * Cost of one hash: Argon2id (the library's default) with 32 MiB, three passes, one lane,
 * above the least that OWASP names (19 MiB, two passes).
 * @see RFC 9106, OWASP Password Storage Cheat Sheet
 */
const COST = { memoryCost: 32_768, timeCost: 3, parallelism: 1, outputLen: 32 } as const;

/** A hash of 32 random bytes that were thrown away: verified against where there is no account, so that absence takes as long as presence. */
const NOBODY = '$argon2id$v=19$m=32768,t=3,p=1$nIXWDw5AxAM6VaIZQZyhAA$Iull5P1dx90ZyYrxmhY8GXbtlwuymYuJaWpsw8atKVA';

/** Hashes passwords and compares with hashes. */
export class PasswordHash {
  /** @returns the hash with its parameters, in PHC form */
  hash(password: string): Promise<string> {
    return hash(normalizePassword(password), COST);
  }

  /**
   * Compares a password with an account's hash; without one, with a hash nobody's password has, at the same cost.
   * @param stored hash in PHC form, `null` where there is no account or no password yet
   */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const same = await verify(stored ?? NOBODY, normalizePassword(password));
    return same && stored !== null;
  }

  /** Tells whether a hash was made at a lower cost than is used now. */
  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored);
    return memoryCost < COST.memoryCost || timeCost < COST.timeCost || parallelism !== COST.parallelism;
  }
}
