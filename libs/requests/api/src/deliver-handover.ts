import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { cancelWork, planWork } from '@smartpar/platform/jobs';
import { type Handover, HandoverRepository } from './handover.repository';
import { type NewRequest, OpenRequest } from './open-request';
import { RequestRepository } from './request.repository';

/** Kind of due work: a part that has not arrived at SmartPAR yet, because something broke in between. */
export const HANDOVER_WORK = 'requests.handover';

/** After how long a part that did not arrive at once is delivered by whoever works through what is due. */
const SECOND_TRY = { minutes: 2 } as const;

/** Brings what was handed over into SmartPAR's inbox; once, however often it is tried. */
@Injectable()
export class DeliverHandover {
  constructor(
    private readonly database: Database,
    private readonly handovers: HandoverRepository,
    private readonly requests: RequestRepository,
    private readonly openRequest: OpenRequest,
  ) {}

  /** Plans that it arrives even if this process does not live to bring it. */
  plan(tx: TenantTransaction, handoverId: string): Promise<void> {
    return planWork(tx, { organizationId: tx.organizationId, kind: HANDOVER_WORK, subjectId: handoverId, dueAt: tx.at.add(SECOND_TRY) });
  }

  /** Brings it at once. One transaction after the other, so that no connection waits for another. */
  async run(organizationId: string, handoverId: string): Promise<string | null> {
    const from = systemActor(organizationId, 'handover');
    const [handover, reference] = await this.database.tenant(from, (tx) => this.read(tx, handoverId));
    if (handover === null) return null;
    const promisedOn = await this.bring(handover, reference);
    await this.database.tenant(from, (tx) => this.settle(tx, handoverId));
    return promisedOn;
  }

  /** Brings it as due work. @param tx of the organization it comes from */
  async perform(tx: TenantTransaction, handoverId: string): Promise<void> {
    const [handover, reference] = await this.read(tx, handoverId);
    if (handover === null) return;
    await this.bring(handover, reference);
    await this.settle(tx, handoverId);
  }

  private async read(tx: TenantTransaction, handoverId: string): Promise<readonly [Handover | null, string | null]> {
    const handover = await this.handovers.find(tx, handoverId);
    const whole = handover === null || handover.requestId === null ? null : await this.requests.find(tx, handover.requestId);
    return [handover, whole?.reference ?? null];
  }

  private async bring(handover: Handover, partOf: string | null): Promise<string> {
    const { id, toOrganizationId, text } = handover;
    return this.database.tenant(systemActor(toOrganizationId, 'handover'), async (tx) => {
      if (text === null) return (await this.requests.find(tx, id))?.promisedOn ?? handover.promisedOn;
      return this.openRequest.run(tx, requestOf(handover, text, partOf));
    });
  }

  private async settle(tx: TenantTransaction, id: string): Promise<void> {
    await Promise.all([
      this.handovers.arrived(tx, id, { action: 'request-handover.arrived', target: { noun: 'request-handover', id }, facts: {} }),
      cancelWork(tx, { organizationId: tx.organizationId, kind: HANDOVER_WORK, subjectId: id }),
    ]);
  }
}

const requestOf = ({ id, reference, kind, identifier, proved, replyAddress, locale, askedAt }: Handover, text: string, partOf: string | null): NewRequest => ({
  ...{ id, reference, kind, identifier, proved, replyAddress, locale, text, partOf },
  part: 'smartpar',
  member: null,
  askedAt: toInstant(askedAt),
  aboutContact: false,
  typedOrganization: null,
});
