import { Injectable } from '@nestjs/common';
import { loadPasswordJudge, passwordUnfit } from '@smartpar/identity/model';
import type { Locale } from '@smartpar/platform/contract';
import { Accounts } from './accounts';

/** An account whose holder chooses the first password themselves, having proved that the address is theirs. */
export interface AccountToOpen {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly password: string;
  /** names of organizations that no good password holds */
  readonly organizationNames: readonly string[];
}

/** Opens accounts for people who were invited. */
@Injectable()
export class OpenAccount {
  constructor(private readonly accounts: Accounts) {}

  /**
   * An account the address has already stays as it is.
   * @throws {DomainError} 422 where the password is unfit
   */
  async run({ organizationNames, password, ...account }: AccountToOpen): Promise<{ accountId: string; created: boolean }> {
    const { email, name } = account;
    const { fault } = (await loadPasswordJudge()).judge(password, { email, name, organizationNames });
    if (fault) throw passwordUnfit(fault);
    return this.accounts.findOrCreate({ ...account, password });
  }
}
