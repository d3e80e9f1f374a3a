import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, Seals } from '@smartpar/platform/http';
import { SECRET_BYTES } from './one-time-code';

/** Whose secret it is. */
interface FactorOwner {
  readonly accountId: string;
  readonly factorId: string;
}

/** Secrets of second factors: readable only here, and sealed wherever they are kept. */
@Injectable()
export class FactorSecret {
  private readonly seals: Seals;

  constructor(keys: KeyRing) {
    this.seals = new Seals(keys, 'second-factor');
  }

  /** Makes a secret nobody could have known before. */
  make(): Uint8Array {
    return randomBytes(SECRET_BYTES);
  }

  /** Seals a secret for the account and the factor it belongs to. */
  seal(secret: Uint8Array, { accountId, factorId }: FactorOwner): string {
    return this.seals.seal(secret, [accountId, factorId]);
  }

  /** @returns the secret, or `null` where the key it was sealed with is gone */
  open(sealed: string, { accountId, factorId }: FactorOwner): Uint8Array | null {
    return this.seals.open(sealed, [accountId, factorId]);
  }

  /** Tells whether a secret lies under the current key. */
  isCurrent(sealed: string): boolean {
    return this.seals.isCurrent(sealed);
  }
}
