import { Injectable } from '@nestjs/common';
import { Accounts, OpenAccount } from '@smartpar/identity/api';
import { type AccountToOpen, InvitedAccounts } from '@smartpar/members/api';

/** Invited people sign in with the accounts of identity. */
@Injectable()
export class AccountsOfInvited extends InvitedAccounts {
  constructor(
    private readonly accounts: Accounts,
    private readonly opening: OpenAccount,
  ) {
    super();
  }

  override holderOf(email: string): Promise<string | null> {
    return this.accounts.idOfAddress(email);
  }

  override open({ organization, ...account }: AccountToOpen): Promise<{ accountId: string; created: boolean }> {
    return this.opening.run({ ...account, organizationNames: [organization] });
  }
}
