import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type Ability, type MemberActor, sightOf, subject } from '@smartpar/access/model';
import { notFound, Time } from '@smartpar/kernel';
import { Database, narrow, textPer } from '@smartpar/platform/database';
import { isOpen, type PauseReason, type RequestView } from '@smartpar/requests/model';
import { clockViews } from './clock-view';
import { type ClockRow, SELECT_CLOCKS } from './clock-rows';
import { instantColumn, instantText } from './instant-text';
import { REQUEST_CONDITIONS } from './request-columns';
import type { RequestRow } from './request-row';
import { selectTimeline, type TimelineRow, toTimelineItem } from './timeline-rows';

type Shown = 'id' | 'reference' | 'kind' | 'state' | 'outcome' | 'memberId' | 'memberNumber' | 'identifier' | 'proved';
type Working = 'assigneeId' | 'assigneeNumber' | 'aboutMemberId' | 'dueOn' | 'paused';

interface Read extends Pick<RequestRow, Shown | Working> {
  readonly askedAt: string;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly lastActivityAt: string;
  readonly overdue: boolean;
  readonly clocks: readonly ClockRow[];
  readonly timeline: readonly TimelineRow[];
}

/** Instants come as text and leave as text: a request is opened more often than anything is done to it. */
const COLUMNS = `r.id, r.reference, r.kind, r.state, r.outcome, r.member_id as "memberId", r.member_number as "memberNumber", r.identifier, r.proved,
  r.assignee_id as "assigneeId", r.assignee_number as "assigneeNumber", r.about_member_id as "aboutMemberId", r.due_on as "dueOn", r.paused,
  (r.state <> 'answered' and not r.paused and r.due_at < $3) as overdue, ${instantColumn('r.asked_at')} as "askedAt",
  ${instantColumn('r.due_at')} as "dueAt", ${instantColumn('r.closed_at')} as "closedAt", ${instantColumn('r.last_activity_at')} as "lastActivityAt"`;

const READ = textPer(
  (condition) => `select ${COLUMNS}, ${SELECT_CLOCKS} as clocks, ${selectTimeline()} as timeline
    from privacy_requests r where r.organization_id = $1 and r.id = $2 and ${condition}`,
);

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
    const allowed = narrow({ ability, action: 'read', noun: 'privacy-request', columns: REQUEST_CONDITIONS, startParam: 4 });
    const now = this.time.now();
    const [[row], installation] = await Promise.all([
      this.database.readTenant<Read>(actor.organizationId, {
        text: READ(allowed.text),
        values: [actor.organizationId, requestId, now, ...allowed.values],
      }),
      this.database.installation(),
    ]);
    if (row === undefined) throw notFound();
    return this.present(row, ability, installation?.directUsersOrganizationId !== actor.organizationId);
  }

  private present(row: Read, ability: Ability, elsewhere: boolean): RequestView {
    const clocks = clockViews(row.clocks, this.time.now());
    const may = (action: string): boolean => ability.can(action, subject('privacy-request', row));
    const names = sightOf(ability, 'user.name') === 'shown' ? 'shown' : 'hidden';
    return {
      id: row.id,
      reference: row.reference,
      kind: row.kind,
      state: row.state,
      outcome: row.outcome,
      person: { memberId: row.memberId, memberNumber: row.memberNumber, identifier: row.identifier, proved: row.proved },
      assignee: row.assigneeId === null || row.assigneeNumber === null ? null : { memberId: row.assigneeId, number: row.assigneeNumber },
      aboutMemberId: row.aboutMemberId,
      askedAt: instantText(row.askedAt),
      dueAt: instantText(row.dueAt),
      dueOn: row.dueOn,
      overdue: row.overdue,
      paused: row.paused,
      closedAt: row.closedAt === null ? null : instantText(row.closedAt),
      lastActivityAt: instantText(row.lastActivityAt),
      mayPauseFor: [...new Set(clocks.flatMap<PauseReason>(({ mayPauseFor }) => mayPauseFor))],
      clocks: [...clocks],
      timeline: row.timeline.map((entry) => toTimelineItem(entry, names)),
      may: { answer: may('answer'), assign: may('assign'), handOver: elsewhere && isOpen(row.state) && may('answer') },
    };
  }
}
