import { Injectable } from '@nestjs/common';
import { nextMoment } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AccountMemberships } from '../account-memberships';
import { lockMember } from '../locked-member';
import { DeIdentificationRepository } from './de-identification.repository';
import { DepartureRepository } from './departure.repository';
import { planDeIdentification } from './life-work';
import { Outlook } from './outlook';

/** How soon it is looked again where a hold or an open question keeps somebody's data, in hours. */
const LOOK_AGAIN_HOURS = 24;

/**
 * De-identifies somebody who left, once nothing keeps their data any more. All of it is one transaction, with the plan that brought it here: broken
 * off at any statement nothing of it has happened and the plan is still there; done, the plan is spent and the member is no longer of the state it asks for.
 */
@Injectable()
export class DeIdentify {
  constructor(
    private readonly departures: DepartureRepository,
    private readonly outlook: Outlook,
    private readonly repository: DeIdentificationRepository,
    private readonly memberships: AccountMemberships,
  ) {}

  /** Does it, or plans when to look again; nothing where they came back. */
  async step(tx: TenantTransaction, memberId: string): Promise<void> {
    const member = await lockMember(tx, memberId);
    const departure = await this.departures.find(tx, memberId);
    if (member?.status !== 'deactivated' || departure === null) return;
    const waits = await this.outlook.waits(tx, memberId, departure);
    if (waits.length > 0) return planDeIdentification(tx, memberId, nextMoment(waits) ?? tx.at.add({ hours: LOOK_AGAIN_HOURS }));
    await this.repository.deIdentify(tx, member, { action: 'member.de-identified', target: { noun: 'member', id: memberId }, facts: {} });
    // the account stays its holder's; it only is no member here any more
    if (member.accountId !== null) await this.memberships.remove(tx, member.accountId, tx.organizationId);
  }
}
