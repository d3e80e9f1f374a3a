import { Injectable } from '@nestjs/common';
import type { EntryProof } from '@smartpar/access/model';
import { recordPlatformEntry } from '@smartpar/audit/api';
import { codeRefused, signInStartsOver } from '@smartpar/identity/model';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { accountEntry } from './account-entry';
import { AccountsRepository } from './accounts.repository';
import { BeginSession, type BegunSession, type SignInOrigin } from './begin-session';
import { CheckCode } from './check-code';
import { FactorResetsRepository } from './factor-resets.repository';
import { HalfSessionsRepository } from './half-sessions.repository';
import { readSessionCookie } from './session-cookie';
import { SignInThrottle } from './sign-in-throttle';

/** The other half of signing in: a code after the password, or an organization's reset in place of it. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    private readonly accounts: AccountsRepository,
    private readonly halves: HalfSessionsRepository,
    private readonly resets: FactorResetsRepository,
    private readonly codes: CheckCode,
    private readonly begin: BeginSession,
  ) {}

  /**
   * @param cookie value of the half session's cookie
   * @param code as typed: of an authenticator app, or a recovery code
   * @throws {DomainError} 401 where the code or the half session is not good, 429 after too many attempts
   */
  byCode(cookie: string | undefined, code: string, origin: SignInOrigin): Promise<BegunSession> {
    return this.complete(cookie, origin, (tx) => this.codes.run(tx, code, { reach: 'any' }));
  }

  /**
   * Comes in to the one organization that reset the second factor, to set up a new one there.
   * @throws {DomainError} the same refusal as for a wrong code where no organization did
   */
  byReset(cookie: string | undefined, origin: SignInOrigin): Promise<BegunSession> {
    return this.complete(cookie, origin, async (tx) => {
      const reset = await this.resets.open(tx);
      return reset && { factorSince: null, onlyIn: reset.organizationId };
    });
  }

  private async complete(
    cookie: string | undefined,
    origin: SignInOrigin,
    prove: (tx: AccountTransaction) => Promise<EntryProof | null>,
  ): Promise<BegunSession> {
    const claim = readSessionCookie(cookie);
    const half = claim && (await this.database.account(claim.accountId, (tx) => this.halves.find(tx, claim.secretHash)));
    if (!claim || !half) throw signInStartsOver();
    const { accountId } = claim;
    const attempt = { accountId, network: origin.network, deviceKnown: half.deviceKnown };
    await this.throttle.admitCode(attempt);
    const begun = await this.database.account(accountId, async (tx) => {
      const [proof, account] = await Promise.all([prove(tx), this.accounts.atDoor(tx)]);
      if (!proof || !account) return null;
      if (!(await this.halves.complete(tx, half.secretHash, accountEntry('account.half-session-completed', accountId)))) throw signInStartsOver();
      await (proof.onlyIn === null ? this.throttle.codeSucceeded(tx, attempt) : this.throttle.limitedSucceeded(tx, attempt));
      return this.begin.run(tx, { account, ...half, origin, proof });
    });
    if (!begun) return this.refuse(accountId);
    await this.begin.acceptInvitations(begun.session);
    return begun;
  }

  private async refuse(accountId: string): Promise<never> {
    await this.database.account(accountId, (tx) => recordPlatformEntry(tx, accountEntry('account.code-refused', accountId)));
    throw codeRefused();
  }
}
