import type { Temporal } from '@smartpar/kernel';

/** A secret as it is kept. */
interface KeptSecret {
  readonly id: string;
  /** the one organization it lets into; `null` for all of the account */
  readonly organizationId: string | null;
  /** the secret, sealed for this account and this factor */
  readonly sealedSecret: string;
}

/** A second factor that counts. */
export interface SecondFactorRow extends KeptSecret {
  readonly since: Temporal.Instant;
}

/** A secret that waits for its first code. */
export interface PreparedFactorRow extends KeptSecret {
  readonly preparedAt: Temporal.Instant;
}

/** A sign-in whose password was right, and which waits for a code. */
export interface HalfSessionRow {
  readonly secretHash: Buffer;
  readonly sharedComputer: boolean;
  readonly deviceKnown: boolean;
}
