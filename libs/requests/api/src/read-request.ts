import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type Ability, type MemberActor, subject } from '@smartpar/access/model';
import { notFound, Time } from '@smartpar/kernel';
import { Database, narrow } from '@smartpar/platform/database';
import { isOpen, type PauseReason, type RequestView } from '@smartpar/requests/model';
import { clockViews } from './clock-view';
import { type ClockRow, SELECT_CLOCKS, toClock } from './clock-rows';
import { REQUEST_CONDITIONS } from './request-columns';
import { type RequestRow, SELECT_REQUEST } from './request-row';
import { selectTimeline, type TimelineRow, toTimelineItem } from './timeline-rows';

type Read = RequestRow & { readonly clocks: readonly ClockRow[]; readonly timeline: readonly TimelineRow[] };

/** One request in full, for those who answer: one statement, narrowed by the ability that also narrows the list. */
@Injectable()
export class ReadRequest {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} not_found */
  async run(actor: MemberActor, requestId: string): Promise<RequestView> {
    const ability = this.abilities.of(actor);
    const allowed = narrow({ ability, action: 'read', noun: 'privacy-request', columns: REQUEST_CONDITIONS, startParam: 3 });
    const [[row], installation] = await Promise.all([
      this.database.readTenant<Read>(actor.organizationId, {
        text: `select ${SELECT_REQUEST}, ${SELECT_CLOCKS} as clocks, ${selectTimeline()} as timeline
               from privacy_requests r where r.organization_id = $1 and r.id = $2 and ${allowed.text}`,
        values: [actor.organizationId, requestId, ...allowed.values],
      }),
      this.database.installation(),
    ]);
    if (row === undefined) throw notFound();
    return this.present(row, ability, installation?.directUsersOrganizationId !== actor.organizationId);
  }

  private present(row: Read, ability: Ability, elsewhere: boolean): RequestView {
    const now = this.time.now();
    const clocks = clockViews(row.clocks.map(toClock), now);
    const may = (action: string): boolean => ability.can(action, subject('privacy-request', row));
    const names = ability.can('see', 'member', 'user.name') ? 'shown' : 'hidden';
    const overdue = isOpen(row.state) && !row.paused && row.dueAt.getTime() < now.epochMilliseconds;
    return {
      id: row.id,
      reference: row.reference,
      kind: row.kind,
      state: row.state,
      outcome: row.outcome,
      person: { memberId: row.memberId, memberNumber: row.memberNumber, identifier: row.identifier, proved: row.proved },
      assignee: row.assigneeId === null || row.assigneeNumber === null ? null : { memberId: row.assigneeId, number: row.assigneeNumber },
      aboutMemberId: row.aboutMemberId,
      askedAt: row.askedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      dueOn: row.dueOn,
      overdue,
      paused: row.paused,
      closedAt: row.closedAt?.toISOString() ?? null,
      lastActivityAt: row.lastActivityAt.toISOString(),
      mayPauseFor: [...new Set(clocks.flatMap<PauseReason>(({ mayPauseFor }) => mayPauseFor))],
      clocks: [...clocks],
      timeline: row.timeline.map((entry) => toTimelineItem(entry, names)),
      may: { answer: may('answer'), assign: may('assign'), handOver: elsewhere && isOpen(row.state) && may('answer') },
    };
  }
}
