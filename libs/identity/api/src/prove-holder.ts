import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import { codeRefused, linkSpent, noPrivateAddress, PRIVATE_LINK_LIFETIME } from '@smartpar/identity/model';
import { isId, newId, notFound } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { fingerprintOf, LinkTokens, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import { AccountsRepository } from './accounts.repository';
import { AddressReach } from './address-reach';
import { CheckCode } from './check-code';
import { PROOF_TOKEN, proofMail } from './mails/private-address.mail';
import { IdentityConfiguration } from './identity-configuration';
import { PrivateAddressesRepository } from './private-addresses.repository';
import { ProofLinksRepository } from './proof-links.repository';
import type { SessionAct } from './session-act';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';
import { SignInThrottle } from './sign-in-throttle';
import { TellHolder } from './tell-holder';

const ASK = 'account.ask-for-proof-link';
const BY_CODE = 'account.prove-by-code';
const BY_LINK = 'account.prove-by-link';

/**
 * Opens everything of the account again to a session that an organization's reset opened, once its holder proved
 * themself by a way the organization does not control. The second factor stays what it is until a new one takes its
 * place, so that no moment is without one.
 */
@Injectable()
export class ProveHolder {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly addresses: PrivateAddressesRepository,
    private readonly reach: AddressReach,
    private readonly links: ProofLinksRepository,
    private readonly sessions: SessionsRepository,
    private readonly codes: CheckCode,
    private readonly throttle: SignInThrottle,
    private readonly tokens: LinkTokens,
    private readonly tell: TellHolder,
    private readonly cache: SessionCache,
    private readonly configuration: IdentityConfiguration,
  ) {}

  /**
   * Proves the holder by a recovery code, or by the app that was not lost after all.
   * @throws {DomainError} 401 where it is not right, 429 after too many
   */
  async byCode(act: SessionAct, code: string, network: string | undefined): Promise<void> {
    const attempt = { accountId: act.accountId, network, deviceKnown: false };
    await this.throttle.admitCode(attempt);
    const proved = await this.database
      .account(act.accountId, async (tx) => {
        if ((await once(tx, { key: act.key, operation: BY_CODE, fingerprint: fingerprintOf(BY_CODE, act.sessionId) }, {})).replayed) return true;
        if (!(await this.codes.run(tx, code, { reach: 'session', onlyIn: null }))) throw new NotProved();
        await this.throttle.codeSucceeded(tx, attempt);
        await this.open(tx, act.sessionId, { by: 'code' });
        return true;
      })
      .catch(asNotProved);
    if (!proved) {
      await this.database.account(act.accountId, (tx) => recordPlatformEntry(tx, accountEntry('account.code-refused', act.accountId)));
      throw codeRefused();
    }
    this.cache.drop(act.accountId);
  }

  /**
   * Mails a link to the private address.
   * @throws {DomainError} 409 where there is none, or an organization could read mails to it by now, 429 after too many
   */
  async askForLink({ accountId, sessionId, key }: SessionAct): Promise<void> {
    await this.throttle.admitPrivateLink(accountId);
    await this.database.account(accountId, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: ASK, fingerprint: fingerprintOf(ASK, sessionId) }, { proofId: newId() });
      if (replayed) return;
      const [account, { confirmed }] = await Promise.all([this.accounts.atDoor(tx), this.addresses.all(tx)]);
      if (!account || confirmed === null || (await this.reach.reaches(tx, account, confirmed))) throw noPrivateAddress();
      const { proofId } = reference;
      await this.links.make(tx, { id: proofId, sessionId }, accountEntry('account.proof-link-issued', accountId));
      await enqueueMail(tx, proofMail, {
        to: confirmed,
        locale: account.locale,
        facts: { accountId, proofId, minutes: PRIVATE_LINK_LIFETIME.total('minutes') },
      });
    });
  }

  /**
   * Proves the holder by the mailed link, in the session that asked for it.
   * @throws {DomainError} 410 where it does not work here
   */
  async byLink({ accountId, sessionId, key }: SessionAct, token: string): Promise<void> {
    const [holder, proofId] = this.tokens.open(PROOF_TOKEN, token) ?? [];
    if (holder !== accountId || !isId(proofId)) throw linkSpent();
    await this.database.account(accountId, async (tx) => {
      if ((await once(tx, { key, operation: BY_LINK, fingerprint: fingerprintOf(BY_LINK, proofId) }, {})).replayed) return;
      if (!(await this.links.spend(tx, { id: proofId, sessionId }, accountEntry('account.proof-link-used', accountId)))) throw linkSpent();
      await this.open(tx, sessionId, { by: 'link' });
    });
    this.cache.drop(accountId);
  }

  private async open(tx: AccountTransaction, sessionId: string, facts: { readonly by: 'code' | 'link' }): Promise<void> {
    const proved = { sessionId, onlyIn: null, factorSince: tx.at, freshUntil: tx.at.add(this.configuration.sessions.freshFor) };
    if (!(await this.sessions.freshen(tx, proved, accountEntry('account.holder-proved', tx.accountId, facts)))) throw notFound();
    await this.tell.run(tx, { what: 'proved', organization: null });
  }
}

/** Undoes the transaction; the failure is written down after it. */
class NotProved extends Error {}

function asNotProved(error: unknown): false {
  if (error instanceof NotProved) return false;
  throw error;
}
