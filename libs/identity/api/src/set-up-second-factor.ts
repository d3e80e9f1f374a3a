import { Injectable } from '@nestjs/common';
import {
  type FactorEvent,
  nothingPrepared,
  PREPARATION_LIFETIME,
  readCode,
  type PreparedSecondFactor,
  type RecoveryCodes,
  type SecondFactorSetUp,
  codeWrong,
} from '@smartpar/identity/model';
import { newId, notFound } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { accountEntry } from './account-entry';
import { AccountMembershipsRepository } from './account-memberships.repository';
import { AccountsRepository } from './accounts.repository';
import { FactorResetsRepository } from './factor-resets.repository';
import { FactorSecret } from './factor-secret';
import { secretText, secretUri, stepOfCode } from './one-time-code';
import { newRecoveryCodes } from './recovery-code-hash';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import type { PreparedFactorRow } from './second-factor-row';
import { SecondFactorsRepository } from './second-factors.repository';
import type { SessionAct } from './session-act';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';
import { SignInThrottle } from './sign-in-throttle';
import { TellHolder } from './tell-holder';

const PREPARE = 'account.prepare-second-factor';
const SET_UP = 'account.set-up-second-factor';

/**
 * Sets a second factor up, or puts a new one in place of the one there is. In a session that an organization's reset
 * opened it lets into that organization only, and comes without recovery codes.
 */
@Injectable()
export class SetUpSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly memberships: AccountMembershipsRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly recovery: RecoveryCodesRepository,
    private readonly resets: FactorResetsRepository,
    private readonly sessions: SessionsRepository,
    private readonly secrets: FactorSecret,
    private readonly throttle: SignInThrottle,
    private readonly tell: TellHolder,
    private readonly cache: SessionCache,
  ) {}

  /** Makes a secret and shows it. It counts for nothing until a code of it was given; asked again with the same key it is the same. */
  async prepare(act: SessionAct): Promise<PreparedSecondFactor> {
    const { accountId, key } = act;
    const scope = scopeOf(act);
    return this.database.account(accountId, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: PREPARE, fingerprint: fingerprintOf(PREPARE, scope) }, { factorId: newId() });
      if (!replayed) await this.keepNew(tx, reference.factorId, scope);
      const [account, prepared] = await Promise.all([this.accounts.atDoor(tx), this.factors.prepared(tx, scope)]);
      const secret = prepared && this.secretOf(prepared, accountId);
      if (!account || !secret) throw nothingPrepared();
      return { secret: secretText(secret), uri: secretUri(secret, account.email), expiresAt: prepared.preparedAt.add(PREPARATION_LIFETIME).toString() };
    });
  }

  /**
   * Makes the prepared secret count.
   * @returns recovery codes, this once
   * @throws {DomainError} 422 where the code is wrong, 409 where nothing was prepared, 429 after too many codes
   */
  async run(act: SessionAct, { code, endOtherSessions }: SecondFactorSetUp): Promise<RecoveryCodes> {
    await this.throttle.admitConfirmation(act.accountId);
    const codes = await this.database.account(act.accountId, async (tx) => {
      // The code is left out of the fingerprint: it may be stale by the time the same wish arrives again.
      const attempt = { key: act.key, operation: SET_UP, fingerprint: fingerprintOf(SET_UP, scopeOf(act), endOtherSessions) };
      if ((await once(tx, attempt, {})).replayed) return [];
      await this.activate(tx, act, code);
      if (endOtherSessions)
        await this.sessions.endOthers(tx, act.sessionId, accountEntry('account.sessions-ended', act.accountId, { because: 'second-factor' }));
      await this.throttle.confirmationSucceeded(tx, act.accountId);
      return scopeOf(act) === null ? this.freshCodes(tx) : [];
    });
    this.cache.drop(act.accountId);
    return { recoveryCodes: [...codes] };
  }

  private async keepNew(tx: AccountTransaction, factorId: string, organizationId: string | null): Promise<void> {
    const sealedSecret = this.secrets.seal(this.secrets.make(), { accountId: tx.accountId, factorId });
    await this.factors.prepare(tx, { id: factorId, organizationId, sealedSecret }, accountEntry('account.second-factor-prepared', tx.accountId));
  }

  private secretOf({ id, sealedSecret }: PreparedFactorRow, accountId: string): Uint8Array | null {
    return this.secrets.open(sealedSecret, { accountId, factorId: id });
  }

  private async activate(tx: AccountTransaction, act: SessionAct, code: string): Promise<void> {
    const scope = scopeOf(act);
    const [prepared, active] = await Promise.all([this.factors.prepared(tx, scope), this.factors.active(tx)]);
    const secret = prepared && this.secretOf(prepared, tx.accountId);
    if (!prepared || !secret) throw nothingPrepared();
    const typed = readCode(code);
    const step = typed?.kind === 'code' ? stepOfCode(secret, typed.digits, Math.floor(tx.at.epochMilliseconds / 1000)) : null;
    if (step === null) throw codeWrong();
    const replaced = active.some(({ organizationId }) => organizationId === scope);
    await this.factors.activate(
      tx,
      prepared,
      step,
      accountEntry('account.second-factor-set-up', tx.accountId, { replaced, ...(scope !== null && { onlyIn: scope }) }),
    );
    const { sessionId } = act;
    const there = await this.sessions.freshen(tx, { sessionId, factorSince: tx.at }, accountEntry('account.session-proved', tx.accountId));
    if (!there) throw notFound();
    await this.sessions.makeOthersStale(tx, sessionId, accountEntry('account.other-sessions-stale', tx.accountId));
    await (scope === null
      ? this.resets.forget(tx, accountEntry('account.factor-resets-over', tx.accountId))
      : this.resets.shut(tx, scope, accountEntry('account.factor-reset-used', tx.accountId, { onlyIn: scope })));
    await this.tell.run(tx, { what: eventOf(scope, replaced), organization: await this.nameOf(tx, scope) });
  }

  private async nameOf(tx: AccountTransaction, scope: string | null): Promise<string | null> {
    if (scope === null) return null;
    return (await this.memberships.all(tx)).find(({ organizationId }) => organizationId === scope)?.organizationName ?? null;
  }

  private async freshCodes(tx: AccountTransaction): Promise<readonly string[]> {
    const { codes, hashes } = newRecoveryCodes(tx.accountId);
    await this.recovery.replace(tx, hashes, accountEntry('account.recovery-codes-made', tx.accountId));
    return codes;
  }
}

const scopeOf = ({ proof }: SessionAct): string | null => proof?.onlyIn ?? null;

function eventOf(scope: string | null, replaced: boolean): FactorEvent {
  if (scope !== null) return 'set-up-for-organization';
  return replaced ? 'replaced' : 'set-up';
}
