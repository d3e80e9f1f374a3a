import { Injectable } from '@nestjs/common';
import { KnownActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import type { LeftMyself, LeavingOutlook } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { lockMember } from '../locked-member';
import { OrganizationNames } from '../organization-names';
import { Depart } from './depart';
import { Outlook } from './outlook';

const OPERATION = 'own-profile.leave';

/** Somebody leaves an organization of their own accord, after they read what becomes of their data there. */
@Injectable()
export class LeaveMyself {
  constructor(
    private readonly database: Database,
    private readonly depart: Depart,
    private readonly outlook: Outlook,
    private readonly organizations: OrganizationNames,
    private readonly actors: KnownActors,
  ) {}

  /** What would become of it. */
  look(actor: MemberActor): Promise<LeavingOutlook> {
    return this.database.tenant(actor, (tx) => this.outlook.of(tx, actor.memberId, null));
  }

  /** @throws {DomainError} `not_found`, `member.last_owner` */
  async run(actor: MemberActor, key: string): Promise<LeftMyself> {
    const left = await this.database.tenant(actor, async (tx) => {
      const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, null) };
      const [done, member, organization] = await Promise.all([once(tx, attempt, {}), lockMember(tx, actor.memberId), this.organizations.within(tx)]);
      if (member === null || done.replayed) throw notFound();
      return this.depart.within(tx, member, organization, { cause: 'left', envelope: 'mail' });
    });
    this.actors.forgetAccount(actor.accountId);
    return { code: left.made?.code ?? '', graceUntil: left.graceUntil.toString() };
  }
}
