import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { MemberRepository } from './member.repository';
import { MembershipLines } from './membership-lines';

/** Ties a member to the account they sign in with. */
@Injectable()
export class LinkAccount {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly lines: MembershipLines,
  ) {}

  /** @throws {DomainError} `not_found` */
  run(organizationId: string, memberId: string, accountId: string): Promise<void> {
    return this.database.tenant(systemActor(organizationId, 'operate'), async (tx) => {
      const entry = { action: 'member.account-linked', target: { noun: 'member', id: memberId }, facts: { accountId } };
      if (!(await this.members.linkAccount(tx, memberId, accountId, entry))) throw notFound();
      await this.lines.memberChanged(tx, memberId);
      await forgetAccount(tx, accountId);
    });
  }
}
