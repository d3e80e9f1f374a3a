import { Injectable } from '@nestjs/common';
import { type Reauthenticated, type Reauthentication } from '@smartpar/identity/model';
import { notFound, Time } from '@smartpar/kernel';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { accountEntry } from './account-entry';
import { ConfirmPassword } from './confirm-password';
import { IdentityConfiguration } from './identity-configuration';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';
import type { SessionAct } from './session-act';

const OPERATION = 'account.reauthenticate';

/** Makes a session fresh by the password, and by a code where a second factor is set up, so that a dangerous act may follow. */
@Injectable()
export class Reauthenticate {
  constructor(
    private readonly confirm: ConfirmPassword,
    private readonly sessions: SessionsRepository,
    private readonly cache: SessionCache,
    private readonly time: Time,
    private readonly configuration: IdentityConfiguration,
  ) {}

  /** @returns until when the session is fresh */
  async run({ accountId, sessionId, key, proof: proved }: SessionAct, { password, code }: Reauthentication): Promise<Reauthenticated> {
    const { freshFor } = this.configuration.sessions;
    let freshUntil = this.time.now().add(freshFor).toString();
    await this.confirm.run(
      { accountId, password, field: 'password', factor: { code, onlyIn: proved?.onlyIn ?? null } },
      async (tx) => {
        const attempt = await once(
          tx,
          { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, sessionId) },
          { freshUntil: tx.at.add(freshFor).toString() },
        );
        freshUntil = attempt.reference.freshUntil;
        return !attempt.replayed;
      },
      async (tx, _account, proof) => {
        const fresh = { sessionId, freshUntil: tx.at.add(freshFor), provedAt: tx.at, ...(proof && { factorSince: proof.factorSince }) };
        const there = await this.sessions.freshen(tx, fresh, accountEntry('account.reauthenticated', accountId));
        if (!there) throw notFound();
      },
    );
    this.cache.drop(accountId);
    return { freshUntil };
  }
}
