import { Injectable } from '@nestjs/common';
import type { EntryProof } from '@smartpar/access/model';
import { readCode } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';
import { accountEntry } from './account-entry';
import { FactorSecret } from './factor-secret';
import { stepOfCode } from './one-time-code';
import { recoveryCodeHash } from './recovery-code-hash';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import type { SecondFactorRow } from './second-factor-row';
import { SecondFactorsRepository } from './second-factors.repository';
import { TellHolder } from './tell-holder';

/** Which second factors may answer: at the door every one, in a session those of its own reach. */
export type Answering = { readonly reach: 'any' } | { readonly reach: 'session'; readonly onlyIn: string | null };

/** Checks codes against the second factors of the transaction's account. What is right is spent at once, by the same transaction. */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly recovery: RecoveryCodesRepository,
    private readonly secrets: FactorSecret,
    private readonly tell: TellHolder,
  ) {}

  /** @returns what the code proves, or `null`, whether it is wrong, was used before or is no code at all */
  async run(tx: AccountTransaction, typed: string, answering: Answering): Promise<EntryProof | null> {
    const code = readCode(typed);
    if (code?.kind === 'recovery-code') return this.spend(tx, code.letters, answering);
    const factors = (await this.factors.active(tx)).filter((factor) => mayAnswer(factor, answering));
    for (const factor of factors) if (await this.take(tx, factor, code?.digits ?? '')) return { factorSince: factor.since, onlyIn: factor.organizationId };
    return null;
  }

  /** Tells whether there is a second factor that a session of some reach could be asked for. */
  async isAskedFor(tx: AccountTransaction, answering: Answering): Promise<boolean> {
    return (await this.factors.active(tx)).some((factor) => mayAnswer(factor, answering));
  }

  private async take(tx: AccountTransaction, factor: SecondFactorRow, digits: string): Promise<boolean> {
    const secret = this.secrets.open(factor.sealedSecret, { accountId: tx.accountId, factorId: factor.id });
    const step = secret && digits !== '' ? stepOfCode(secret, digits, Math.floor(tx.at.epochMilliseconds / 1000)) : null;
    return step !== null && this.factors.takeStep(tx, factor.id, step, accountEntry('account.code-accepted', tx.accountId));
  }

  /** A recovery code is the holder's own, so what it proves counts from now on, for all of the account. */
  private async spend(tx: AccountTransaction, letters: string, answering: Answering): Promise<EntryProof | null> {
    if (answering.reach === 'session' && answering.onlyIn !== null) return null;
    if (!(await this.recovery.spend(tx, recoveryCodeHash(tx.accountId, letters), accountEntry('account.recovery-code-used', tx.accountId)))) return null;
    await this.tell.run(tx, { what: 'recovery-code-used', organization: null });
    return { factorSince: tx.at, onlyIn: null };
  }
}

const mayAnswer = ({ organizationId }: SecondFactorRow, answering: Answering): boolean => answering.reach === 'any' || organizationId === answering.onlyIn;
