import { Injectable } from '@nestjs/common';
import { type MemberActor, systemActor } from '@smartpar/access/model';
import { newId, Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { newReference, type PauseReason, type RequestKind, type RequestOutcome } from '@smartpar/requests/model';
import type { Decide } from './deed';
import { assign } from './deeds/assign';
import { classify } from './deeds/classify';
import { close } from './deeds/end';
import { addNote, askBack, reply } from './deeds/messages';
import { OpenRequest } from './open-request';
import { Answerers } from './ports/answerers';
import { RequestDesk } from './request-desk';
import { askingMember } from './take-over-question';

/** What those who answer did with a seeded request, in order. */
export type SeedDeed =
  | { readonly deed: 'classify'; readonly kind: RequestKind }
  | { readonly deed: 'assign'; readonly memberId: string }
  | { readonly deed: 'note' | 'reply'; readonly text: string }
  | { readonly deed: 'ask-back'; readonly text: string; readonly pause: PauseReason | null }
  | { readonly deed: 'close'; readonly text: string; readonly outcome: RequestOutcome };

/** A made-up request. */
export interface SeedRequest {
  /** a member by id, or a person outside by the addresses they gave */
  readonly from: { readonly memberId: string } | { readonly identifier: string; readonly replyAddress: string };
  readonly kind?: RequestKind;
  readonly text: string;
  /** how long ago it was asked; with 31 days or more and no answer it is overdue under the GDPR */
  readonly askedDaysAgo: number;
  readonly deeds: readonly SeedDeed[];
}

/**
 * Opens made-up requests and works on them by the very use cases people use, so that clocks, timeline, mails and the audit log are
 * what they would be.
 */
@Injectable()
export class SeedRequests {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly openRequest: OpenRequest,
    private readonly desk: RequestDesk,
    private readonly answerers: Answerers,
  ) {}

  /**
   * @param by whoever answers in the organization
   * @returns the ids, in the same order
   */
  async run(by: MemberActor, seeds: readonly SeedRequest[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const seed of seeds) {
      const requestId = await this.open(by.organizationId, seed);
      for (const deed of seed.deeds) await this.do(by, requestId, deed);
      ids.push(requestId);
    }
    return ids;
  }

  private open(organizationId: string, { from, kind = 'question', text, askedDaysAgo }: SeedRequest): Promise<string> {
    return this.database.tenant(systemActor(organizationId, 'seed'), async (tx) => {
      const [member] = 'memberId' in from ? await this.answerers.find(tx, [from.memberId]) : [];
      const id = newId();
      await this.openRequest.run(tx, {
        id,
        reference: newReference(),
        kind,
        part: 'whole',
        member: member === undefined ? null : askingMember(member),
        identifier: 'memberId' in from ? null : from.identifier,
        proved: 'memberId' in from || from.identifier === from.replyAddress,
        replyAddress: 'memberId' in from ? null : from.replyAddress,
        locale: member?.locale ?? 'en',
        askedAt: this.time.now().subtract({ hours: askedDaysAgo * 24 }),
        text,
        aboutContact: false,
        typedOrganization: null,
        partOf: null,
      });
      return id;
    });
  }

  private async do(by: MemberActor, requestId: string, seed: SeedDeed): Promise<void> {
    const action = seed.deed === 'assign' ? 'assign' : 'answer';
    await this.desk.act(by, { requestId, action, operation: `seed.${seed.deed}`, key: newId(), content: null }, this.decide(seed));
  }

  private decide(seed: SeedDeed): Decide {
    switch (seed.deed) {
      case 'classify':
        return classify({ kind: seed.kind }, this.answerers);
      case 'assign':
        return assign(seed.memberId, this.answerers);
      case 'note':
        return addNote(seed.text);
      case 'reply':
        return reply(seed.text);
      case 'ask-back':
        return askBack(seed.text, seed.pause);
      case 'close':
        return close(seed.text, seed.outcome);
    }
  }
}
