import { Injectable } from '@nestjs/common';
import {
  ADDRESS_WAITS,
  CODE_WAITS,
  KNOWN_DEVICE_CODE_WAITS,
  KNOWN_DEVICE_WAITS,
  NETWORK_WAITS,
  PRIVATE_LINK_WAITS,
  RESET_ADDRESS_WAITS,
  RESET_NETWORK_WAITS,
  signInThrottled,
  type Waits,
} from '@smartpar/identity/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database, type Transaction } from '@smartpar/platform/database';
import { KeyRing } from '@smartpar/platform/http';
import { networkPrefix } from './network-prefix';
import { type Count, ThrottleRepository } from './throttle.repository';

/** Counted apart from signing in: whoever sits at an open session guesses at its password here. */
const CONFIRMATION_WAITS: Waits = { ...ADDRESS_WAITS, name: 'confirmation' };

/** One attempt to sign in, as far as counting goes. */
export interface CountedAttempt {
  readonly email: string;
  readonly network: string | undefined;
  /** the device signed in with this address before */
  readonly deviceKnown: boolean;
}

/** One code given after the right password, as far as counting goes. */
export interface CountedCode {
  readonly accountId: string;
  readonly network: string | undefined;
  /** the device signed in to this account before */
  readonly deviceKnown: boolean;
}

/** Slows down guessing: per address, whether an account has it or not, and per network. Nobody is locked out for good. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly counts: ThrottleRepository,
  ) {}

  /**
   * Counts an attempt to sign in before it is made.
   * @throws {DomainError} 429 with the seconds to wait
   */
  async admitSignIn(attempt: CountedAttempt): Promise<void> {
    await this.database.global(async (tx) => {
      const waits = await Promise.all([this.counts.admit(tx, this.addressCount(attempt)), this.counts.admit(tx, this.networkCount(attempt))]);
      refuseIfWaiting(waits);
    });
  }

  /** The attempt succeeded: its address starts anew, and its network is not blamed for it. */
  async signInSucceeded(tx: Transaction, attempt: CountedAttempt): Promise<void> {
    await Promise.all([this.counts.forget(tx, this.addressCount(attempt).key), this.counts.takeBack(tx, this.networkCount(attempt).key)]);
  }

  /**
   * Counts a code before it is looked at: per account and per network, as passwords are.
   * @throws {DomainError} 429 with the seconds to wait
   */
  async admitCode(attempt: CountedCode): Promise<void> {
    await this.database.global(async (tx) => {
      const waits = await Promise.all([this.counts.admit(tx, this.codeCount(attempt)), this.counts.admit(tx, this.networkCount(attempt))]);
      refuseIfWaiting(waits);
    });
  }

  /** The holder's own code was right: the account starts anew, and its network is not blamed for it. */
  async codeSucceeded(tx: Transaction, attempt: CountedCode): Promise<void> {
    await Promise.all([this.counts.forget(tx, this.codeCount(attempt).key), this.counts.takeBack(tx, this.networkCount(attempt).key)]);
  }

  /**
   * What let somebody in to one organization alone says nothing of the holder: wrong codes before it stay counted, lest
   * whoever may come in this way goes on guessing without waiting.
   */
  async limitedSucceeded(tx: Transaction, attempt: CountedCode): Promise<void> {
    await Promise.all([this.codeCount(attempt), this.networkCount(attempt)].map(({ key }) => this.counts.takeBack(tx, key)));
  }

  /**
   * Counts a wish for a link to an account's private address.
   * @throws {DomainError} 429 with the seconds to wait
   */
  async admitPrivateLink(accountId: string): Promise<void> {
    await this.database.global(async (tx) => refuseIfWaiting([await this.counts.admit(tx, this.count(PRIVATE_LINK_WAITS, accountId))]));
  }

  /**
   * Counts an attempt to confirm an act by password.
   * @throws {DomainError} 429 with the seconds to wait
   */
  async admitConfirmation(accountId: string): Promise<void> {
    await this.database.global(async (tx) => refuseIfWaiting([await this.counts.admit(tx, this.confirmationCount(accountId))]));
  }

  /** The confirmation succeeded: the account starts anew. */
  async confirmationSucceeded(tx: Transaction, accountId: string): Promise<void> {
    await this.counts.forget(tx, this.confirmationCount(accountId).key);
  }

  /** The holder of an address and its account showed that they are: whatever was counted against them is forgotten. */
  async addressProved(tx: Transaction, { id, email }: { readonly id: string; readonly email: string }): Promise<void> {
    const address = [ADDRESS_WAITS, KNOWN_DEVICE_WAITS].map((waits) => this.count(waits, foldAddress(email)));
    await Promise.all([...address, this.confirmationCount(id)].map(({ key }) => this.counts.forget(tx, key)));
  }

  /**
   * Counts a wish for a new password.
   * @returns whether a mail may go to that address now; too many for one address are passed over in silence
   * @throws {DomainError} 429 where too many come from one network
   */
  async admitReset(email: string, network: string | undefined): Promise<boolean> {
    const perNetwork = this.count(RESET_NETWORK_WAITS, networkPrefix(network) ?? '');
    const perAddress = this.count(RESET_ADDRESS_WAITS, foldAddress(email));
    return this.database.global(async (tx) => {
      refuseIfWaiting([await this.counts.admit(tx, perNetwork)]);
      return (await this.counts.admit(tx, perAddress)) === 0;
    });
  }

  private addressCount({ email, deviceKnown }: CountedAttempt): Count {
    return this.count(deviceKnown ? KNOWN_DEVICE_WAITS : ADDRESS_WAITS, foldAddress(email));
  }

  private codeCount({ accountId, deviceKnown }: CountedCode): Count {
    return this.count(deviceKnown ? KNOWN_DEVICE_CODE_WAITS : CODE_WAITS, accountId);
  }

  private networkCount({ network }: Pick<CountedAttempt, 'network'>): Count {
    return this.count(NETWORK_WAITS, networkPrefix(network) ?? '');
  }

  private confirmationCount(accountId: string): Count {
    return this.count(CONFIRMATION_WAITS, accountId);
  }

  private count(waits: Waits, subject: string): Count {
    return { waits, key: this.keys.sign(`throttle/${waits.name}`, subject) };
  }
}

function refuseIfWaiting(waits: readonly number[]): void {
  const longest = Math.max(...waits);
  if (longest > 0) throw signInThrottled(longest);
}
