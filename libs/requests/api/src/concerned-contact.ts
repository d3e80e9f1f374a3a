import { Injectable } from '@nestjs/common';
import { foldAddress } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { type Administrator, Administrators } from './ports/administrators';
import { Answerers } from './ports/answerers';

/** Whom a request is about, as it is kept. */
export interface Concerned {
  readonly aboutMemberId: string | null;
  /** it is about the organization's own contact, who may be no member */
  readonly aboutContact: boolean;
}

/** Finds whom a complaint about "the person who answers" is about: the contact the one who asks is shown. */
@Injectable()
export class ConcernedContact {
  constructor(
    private readonly administrators: Administrators,
    private readonly answerers: Answerers,
  ) {}

  /**
   * A contact may be named by address alone and be a member all the same; then the address tells.
   * @param memberId the member who complains; null where that is not known
   */
  async run(tx: TenantTransaction, administrator: Administrator, memberId: string | null): Promise<Concerned> {
    const shown = await this.administrators.contactFor(tx, administrator, memberId);
    if (shown === null) return { aboutMemberId: null, aboutContact: true };
    const holder = shown.memberId === null ? await this.answerers.holderOf(tx, foldAddress(shown.email)) : null;
    return { aboutMemberId: shown.memberId ?? holder?.memberId ?? null, aboutContact: shown === administrator.contact };
  }
}
