import { Injectable } from '@nestjs/common';
import type { SecondFactor } from '@smartpar/identity/model';
import { Database } from '@smartpar/platform/database';
import { PrivateAddressesRepository } from './private-addresses.repository';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import { SecondFactorsRepository } from './second-factors.repository';
import type { SessionAct } from './session-act';

/** Shows the holder of an account how they prove themselves beside the password. */
@Injectable()
export class ShowSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsRepository,
    private readonly recovery: RecoveryCodesRepository,
    private readonly addresses: PrivateAddressesRepository,
  ) {}

  /** A session that a reset opened sees what was set up for its organization, and nothing that is the holder's own. */
  async run({ accountId, proof }: Omit<SessionAct, 'key'>): Promise<SecondFactor> {
    const onlyIn = proof?.onlyIn ?? null;
    return this.database.account(accountId, async (tx) => {
      const [factors, left, { confirmed, unconfirmed }] = await Promise.all([this.factors.active(tx), this.recovery.left(tx), this.addresses.all(tx)]);
      const since = factors.find(({ organizationId }) => organizationId === onlyIn)?.since.toString() ?? null;
      return onlyIn === null
        ? { since, recoveryCodesLeft: left, privateAddress: confirmed, unconfirmedAddress: unconfirmed }
        : { since, recoveryCodesLeft: 0, privateAddress: null, unconfirmedAddress: null };
    });
  }
}
