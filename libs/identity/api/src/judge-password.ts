import { Injectable } from '@nestjs/common';
import { loadPasswordJudge, passwordUnfit } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';
import type { AccountAtDoor } from './accounts.repository';
import { AccountMembershipsRepository } from './account-memberships.repository';

/** Decides whether an account may take a new password, knowing what others know about its holder. */
@Injectable()
export class JudgePassword {
  constructor(private readonly memberships: AccountMembershipsRepository) {}

  /** @throws {DomainError} 422 that says why not */
  async require(tx: AccountTransaction, account: AccountAtDoor, password: string): Promise<void> {
    const [judge, memberships] = await Promise.all([loadPasswordJudge(), this.memberships.all(tx)]);
    const own = { email: account.email, name: account.name, organizationNames: memberships.map(({ organizationName }) => organizationName) };
    const { fault } = judge.judge(password, own);
    if (fault) throw passwordUnfit(fault);
  }
}
