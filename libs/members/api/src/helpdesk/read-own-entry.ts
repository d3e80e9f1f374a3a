import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { ListAuditEntries } from '@smartpar/audit/api';
import { ENTRY_ACTS, MAX_ENTRY_ACTS, type OwnEntry } from '@smartpar/members/model';
import { eventOf } from '../read-timeline';

/** What others did about a member's entry, told to that member: when, and by whom in which role. */
@Injectable()
export class ReadOwnEntry {
  constructor(private readonly entries: ListAuditEntries) {}

  /** Newest first. */
  async run({ organizationId, memberId }: MemberActor): Promise<OwnEntry> {
    const acts = await this.entries.ofTarget(organizationId, { noun: 'member', id: memberId, actions: ENTRY_ACTS }, { size: MAX_ENTRY_ACTS });
    return { items: acts.items.map(eventOf) };
  }
}
