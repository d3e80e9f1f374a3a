import { Injectable } from '@nestjs/common';
import { type LeavingContact, LeavingFacts, lookAgainAtLeavers, MemberToStop } from '@smartpar/members/api';
import type { Envelope, LeaverRequest } from '@smartpar/members/model';
import { OrganizationFactsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { RequestsOfMember } from '@smartpar/requests/api';
import { HeldMembers, HoldRepository, KeepHolds, PeriodRepository } from '@smartpar/retention/api';
import type { PlaceHold } from '@smartpar/retention/model';

/** Members learn, when somebody leaves, whom to ask from the organization, what is open from requests, and what is kept from retention. */
@Injectable()
export class FactsOfLeaving extends LeavingFacts {
  constructor(
    private readonly organizations: OrganizationFactsQuery,
    private readonly own: RequestsOfMember,
    private readonly holds: HoldRepository,
    private readonly placing: KeepHolds,
    private readonly periods: PeriodRepository,
  ) {
    super();
  }

  override async contact(tx: TenantTransaction): Promise<LeavingContact | null> {
    const contact = await this.organizations.contactWithin(tx);
    return contact && { name: contact.name, email: contact.email };
  }

  override openRequests(tx: TenantTransaction, memberId: string): Promise<number> {
    return this.own.open(tx, memberId);
  }

  override requests(tx: TenantTransaction, memberId: string, envelope: Envelope): Promise<readonly LeaverRequest[]> {
    return envelope === 'print' ? this.own.listForAll(tx, memberId) : this.own.list(tx, memberId);
  }

  override async keeping(tx: TenantTransaction, memberId: string): Promise<{ readonly holds: number; readonly memberDays: number }> {
    const [holds, { memberDays }] = await Promise.all([this.holds.inForce(tx, memberId), this.periods.read(tx)]);
    return { holds, memberDays };
  }

  override hold(tx: TenantTransaction, memberId: string, hold: PlaceHold): Promise<void> {
    return this.placing.placeWithin(tx, memberId, hold);
  }
}

/** Retention learns from members about whom something can be held: whoever is known still. */
@Injectable()
export class MembersToHold extends HeldMembers {
  constructor(private readonly members: MemberToStop) {
    super();
  }

  override async lock(tx: TenantTransaction, memberId: string): Promise<boolean> {
    return (await this.members.lock(tx, memberId)) !== null;
  }

  override lookAgain(tx: TenantTransaction): Promise<void> {
    return lookAgainAtLeavers(tx);
  }
}
