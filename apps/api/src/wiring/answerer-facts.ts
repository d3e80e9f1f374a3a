import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import { MemberFactsQuery } from '@smartpar/members/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Answerers, type MemberFacts } from '@smartpar/requests/api';

/** Requests learn from members who asks and who may answer. */
@Injectable()
export class AnswererFacts extends Answerers {
  constructor(private readonly members: MemberFactsQuery) {
    super();
  }

  override find(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly MemberFacts[]> {
    return this.members.find(tx, memberIds);
  }

  override holderOf(tx: TenantTransaction, address: string): Promise<MemberFacts | null> {
    return this.members.holderOf(tx, address);
  }

  override holding(tx: TenantTransaction, roles: readonly Role[]): Promise<readonly MemberFacts[]> {
    return this.members.holding(tx, roles);
  }
}
