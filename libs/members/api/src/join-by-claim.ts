import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import { newId } from '@smartpar/kernel';
import { foldAddress, type Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { newMemberRow } from './add-members';
import { MemberNumbersRepository } from './member-numbers.repository';
import { MemberRepository } from './member.repository';
import { MembershipLines } from './membership-lines';

/** An account whose address lies in a domain of the organization. */
export interface ClaimedAccount {
  readonly accountId: string;
  readonly email: string;
  readonly locale: Locale;
}

interface KnownMember {
  readonly id: string;
  readonly accountId: string | null;
}

/**
 * Makes accounts members of the transaction's organization: invited, until their holders sign in the next time. Of the account nothing comes along but the address,
 * which the organization could read anyway; the part before the @ stands for the name until somebody writes it.
 */
@Injectable()
export class JoinByClaim {
  constructor(
    private readonly members: MemberRepository,
    private readonly numbers: MemberNumbersRepository,
    private readonly lines: MembershipLines,
  ) {}

  /** @returns the member of each account; without those whose address belongs to a member with another account */
  async join(tx: TenantTransaction, accounts: readonly ClaimedAccount[]): Promise<ReadonlyMap<string, string>> {
    const joined = new Map<string, string>();
    if (accounts.length === 0) return joined;
    const first = await this.numbers.take(tx.organizationId, accounts.length);
    for (const [at, account] of accounts.entries()) {
      const known = await this.known(tx, account);
      if (known !== null && known.accountId !== null && known.accountId !== account.accountId) continue;
      joined.set(account.accountId, known === null ? await this.add(tx, account, first + at) : await this.link(tx, account, known));
    }
    return joined;
  }

  /** Whoever is or was a member with this account, else whoever has the address here. */
  private async known(tx: TenantTransaction, { accountId, email }: ClaimedAccount): Promise<KnownMember | null> {
    const [row] = await tx.query<KnownMember>(
      `select id, account_id as "accountId" from members
       where organization_id = $1 and (account_id = $2 or email_folded = $3 and status in ('invited', 'active', 'suspended'))
       order by account_id = $2 desc nulls last limit 1`,
      [tx.organizationId, accountId, foldAddress(email)],
    );
    return row ?? null;
  }

  private async link(tx: TenantTransaction, { accountId }: ClaimedAccount, { id, accountId: before }: KnownMember): Promise<string> {
    if (before === accountId) return id;
    await this.members.linkAccount(tx, id, accountId, { action: 'member.account-linked', target: { noun: 'member', id }, facts: { byClaim: true } });
    return this.tell(tx, id, accountId);
  }

  private async add(tx: TenantTransaction, { accountId, email, locale }: ClaimedAccount, number: number): Promise<string> {
    const memberId = newId();
    const fields = { email, firstName: email.slice(0, email.lastIndexOf('@')), lastName: null, phone: null, siteId: null, locale, status: 'invited' } as const;
    const row = newMemberRow({ organizationId: tx.organizationId, memberId, number, at: tx.at }, fields);
    const entry = { action: 'member.added', target: { noun: 'member', id: memberId }, facts: { number, byClaim: true } };
    await this.members.add(tx, [{ ...row, accountId }], entry);
    return this.tell(tx, memberId, accountId);
  }

  private async tell(tx: TenantTransaction, memberId: string, accountId: string): Promise<string> {
    await this.lines.memberChanged(tx, memberId);
    await forgetAccount(tx, accountId);
    return memberId;
  }
}
