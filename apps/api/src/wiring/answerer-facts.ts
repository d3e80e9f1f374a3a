import { Injectable } from '@nestjs/common';
import { AbilityHolders } from '@smartpar/access/api';
import type { Role } from '@smartpar/access/model';
import { MemberFactsQuery } from '@smartpar/members/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { type Answerer, Answerers, type MemberFacts } from '@smartpar/requests/api';

/** Roles whose holders open what they were asked to answer and nothing else; every other role that lets answer lets open all. */
const ASKED_ONLY: readonly string[] = ['user-administrator', 'helpdesk'] satisfies readonly Role[];

const opensAll = (roles: readonly string[]): boolean => roles.some((role) => !ASKED_ONLY.includes(role));

/** Requests learn from members who asks and who may answer. */
@Injectable()
export class AnswererFacts extends Answerers {
  constructor(
    private readonly members: MemberFactsQuery,
    private readonly holders: AbilityHolders,
  ) {
    super();
  }

  override find(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly MemberFacts[]> {
    return this.members.find(tx, memberIds);
  }

  override holderOf(tx: TenantTransaction, address: string): Promise<MemberFacts | null> {
    return this.members.holderOf(tx, address);
  }

  override async answering(tx: TenantTransaction): Promise<readonly Answerer[]> {
    const by = new Map((await this.holders.of(tx, 'privacy-request.answer')).map((holder) => [holder.memberId, holder.by]));
    const members = await this.members.find(tx, [...by.keys()]);
    return members.toSorted((one, other) => one.number - other.number).map((member) => ({ ...member, opensAll: opensAll(by.get(member.memberId) ?? []) }));
  }

  override holding(tx: TenantTransaction, roles: readonly Role[]): Promise<readonly MemberFacts[]> {
    return this.members.holding(tx, roles);
  }
}
