import { Injectable } from '@nestjs/common';
import { refuseLosingOwner } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { lockMember } from './locked-member';
import { MemberRepository } from './member.repository';

/** A member whose access somebody is about to stop. */
export interface StoppedMember {
  readonly memberId: string;
  readonly accountId: string | null;
  readonly email: string | null;
  readonly locale: Locale;
  /** nobody else who may act owns the organization */
  readonly lastOwner: boolean;
}

/** Finds a member whose access is about to be stopped, and keeps everybody else from changing them meanwhile. */
@Injectable()
export class MemberToStop {
  constructor(private readonly members: MemberRepository) {}

  /** @returns `null` where there is no such member */
  async lock(tx: TenantTransaction, memberId: string): Promise<StoppedMember | null> {
    const member = await lockMember(tx, memberId);
    if (member === null) return null;
    const { accountId, email, locale, owner } = member;
    const lastOwner = owner && refuseLosingOwner(await this.members.lockActiveOwners(tx), memberId) !== null;
    return { memberId, accountId, email, locale, lastOwner };
  }
}
