import { Injectable } from '@nestjs/common';
import { noSecondFactor, type RecoveryCodes } from '@smartpar/identity/model';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { accountEntry } from './account-entry';
import { FactorResetsRepository } from './factor-resets.repository';
import { newRecoveryCodes } from './recovery-code-hash';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import { SecondFactorsRepository } from './second-factors.repository';
import type { SessionAct } from './session-act';
import { TellHolder } from './tell-holder';

const TURN_OFF = 'account.turn-off-second-factor';
const RENEW = 'account.renew-recovery-codes';

/** Turns a second factor off, or renews its recovery codes; both want a proof of identity not long ago. */
@Injectable()
export class TurnOffSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsRepository,
    private readonly recovery: RecoveryCodesRepository,
    private readonly resets: FactorResetsRepository,
    private readonly tell: TellHolder,
  ) {}

  /** @throws {DomainError} 409 where there is none */
  async run({ accountId, key }: SessionAct): Promise<void> {
    await this.database.account(accountId, async (tx) => {
      if ((await once(tx, { key, operation: TURN_OFF, fingerprint: fingerprintOf(TURN_OFF) }, {})).replayed) return;
      await this.removeAll(tx);
      await this.tell.run(tx, { what: 'turned-off', organization: null });
    });
  }

  /** Removes it with everything that belongs to it. @throws {DomainError} 409 where there is none */
  async removeAll(tx: AccountTransaction): Promise<void> {
    if (!(await this.factors.removeAll(tx, accountEntry('account.second-factor-removed', tx.accountId)))) throw noSecondFactor();
    await this.recovery.replace(tx, [], accountEntry('account.recovery-codes-removed', tx.accountId));
    await this.resets.forget(tx, accountEntry('account.factor-resets-over', tx.accountId));
  }

  /**
   * Makes ten new recovery codes; all earlier ones are void.
   * @returns them, this once: where the same wish arrives again, none
   * @throws {DomainError} 409 where there is no second factor
   */
  async renewCodes({ accountId, key }: SessionAct): Promise<RecoveryCodes> {
    return this.database.account(accountId, async (tx) => {
      if ((await once(tx, { key, operation: RENEW, fingerprint: fingerprintOf(RENEW) }, {})).replayed) return { recoveryCodes: [] };
      if (!(await this.factors.active(tx)).some(({ organizationId }) => organizationId === null)) throw noSecondFactor();
      const { codes, hashes } = newRecoveryCodes(accountId);
      await this.recovery.replace(tx, hashes, accountEntry('account.recovery-codes-made', accountId));
      await this.tell.run(tx, { what: 'codes-renewed', organization: null });
      return { recoveryCodes: [...codes] };
    });
  }
}
