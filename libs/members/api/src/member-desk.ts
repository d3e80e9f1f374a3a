import { Injectable } from '@nestjs/common';
import { Abilities, allowedOr404, KnownActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Json } from '@smartpar/audit/model';
import type { MemberAct } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { type LockedMember, lockMember } from './locked-member';
import { type NamedOrganization, OrganizationNames } from './organization-names';

/** What somebody wants done to a member. */
export interface MemberOrder {
  readonly memberId: string;
  /** what they must be allowed to do with the member */
  readonly action: 'correct' | 'place' | 'suspend' | 'reactivate' | 'deactivate' | 'invite' | 'resend-invitation' | 'assign-role';
  /** `member.suspend` */
  readonly operation: string;
  /** the Idempotency-Key header */
  readonly key: string;
  /** what it is done with */
  readonly content: Json;
}

/** What an act is done with. */
export interface MemberDeed {
  readonly tx: TenantTransaction;
  readonly member: LockedMember;
  readonly organization: NamedOrganization;
}

/** What an act changed about where the member stands. */
export type Changed = Partial<Pick<LockedMember, 'status' | 'version'>>;

/** Where everything done to a member is done: once, within the tenant, by those who may, one after the other. */
@Injectable()
export class MemberDesk {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly organizations: OrganizationNames,
    private readonly actors: KnownActors,
  ) {}

  /**
   * Does one act. Done before under the same key, it is not done again, and the answer is where the member stands now. Other processes hear of it
   * in a moment; this one knows it before it answers.
   * @param deed does it, given the member as they stand
   * @throws {DomainError} `not_found` for a member who is not there or not the actor's to act on, and whatever `deed` refuses with
   */
  async act(actor: MemberActor, order: MemberOrder, deed: (on: MemberDeed) => Promise<Changed>): Promise<MemberAct> {
    const { memberId, action, operation, key, content } = order;
    const attempt = { key, operation, fingerprint: fingerprintOf(operation, memberId, content) };
    const acted = await this.database.tenant(actor, async (tx) => {
      const [done, found, organization] = await Promise.all([once(tx, attempt, {}), lockMember(tx, memberId), this.organizations.within(tx)]);
      const member = allowedOr404(this.abilities.of(actor), action, 'member', found);
      return done.replayed ? member : { ...member, ...(await deed({ tx, member, organization })) };
    });
    if (acted.accountId !== null) this.actors.forgetAccount(acted.accountId);
    return standing(acted);
  }
}

const standing = ({ id, number, status, version }: LockedMember): MemberAct => ({ memberId: id, number, status, version });
