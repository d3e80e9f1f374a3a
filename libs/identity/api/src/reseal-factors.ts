import { Injectable } from '@nestjs/common';
import { Database } from '@smartpar/platform/database';
import { KeyRing } from '@smartpar/platform/http';
import { accountEntry } from './account-entry';
import { FactorSecret } from './factor-secret';
import { SecondFactorsRepository } from './second-factors.repository';

/** Accounts looked after in one go. */
const PORTION = 500;

/** After the keys were rotated, puts every secret that lies under an older key under the current one. */
@Injectable()
export class ResealFactors {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly secrets: FactorSecret,
    private readonly factors: SecondFactorsRepository,
  ) {}

  /**
   * Takes up one portion, in a transaction for each account; where the key of a secret is gone, it stays as it is.
   * @returns how many secrets lie under the current key now that did not before
   */
  async run(): Promise<number> {
    const accounts = await this.database.global((tx) =>
      tx.query<{ accountId: string }>('select account_id as "accountId" from factors_under_other_keys($1, $2)', [this.keys.currentId, PORTION]),
    );
    let resealed = 0;
    for (const { accountId } of accounts) resealed += await this.resealOf(accountId);
    return resealed;
  }

  private resealOf(accountId: string): Promise<number> {
    return this.database.account(accountId, async (tx) => {
      const old = (await this.factors.sealed(tx)).filter(({ sealedSecret }) => !this.secrets.isCurrent(sealedSecret));
      const opened = old.flatMap(({ id, sealedSecret }) => {
        const secret = this.secrets.open(sealedSecret, { accountId, factorId: id });
        return secret === null ? [] : [{ id, before: sealedSecret, after: this.secrets.seal(secret, { accountId, factorId: id }) }];
      });
      for (const change of opened) await this.factors.reseal(tx, change, accountEntry('account.second-factor-resealed', accountId));
      return opened.length;
    });
  }
}
