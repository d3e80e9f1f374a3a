import { Injectable, Optional } from '@nestjs/common';
import { foldAddress } from '@smartpar/platform/contract';
import type { AccountTransaction } from '@smartpar/platform/database';
import { AccountMembershipsRepository } from './account-memberships.repository';
import type { AccountAtDoor } from './accounts.repository';
import { AddressDomains } from './ports';

/**
 * Knows whether an organization could read mails to an address of somebody who belongs to it: it proves nothing to that
 * organization then. What was out of reach once may come into it, when somebody joins or a domain is proved.
 */
@Injectable()
export class AddressReach {
  constructor(
    private readonly memberships: AccountMembershipsRepository,
    @Optional() private readonly domains?: AddressDomains,
  ) {}

  /** Tells whether an address is the one the account signs in with, or lies in a domain of an organization it belongs to. */
  async reaches(tx: AccountTransaction, account: Pick<AccountAtDoor, 'email'>, email: string): Promise<boolean> {
    if (foldAddress(account.email) === foldAddress(email)) return true;
    const organizationId = await this.domains?.organizationOf(tx, email);
    if (!organizationId) return false;
    return (await this.memberships.all(tx)).some((membership) => membership.organizationId === organizationId);
  }
}
