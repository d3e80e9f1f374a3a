import { Injectable } from '@nestjs/common';
import {
  type AccessStops,
  type CitedLook,
  type CitedLookQuery,
  isStoppedAt,
  type MemberActor,
  type OwnSuspension,
  subject,
  type ViolationLine,
  type ViolationQuery,
  type ViolationState,
  type ViolationView,
} from '@smartpar/access/model';
import { notFound, type Page } from '@smartpar/kernel';
import { type ConditionColumns, Database, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { EvaluationSwitch } from '../evaluations/evaluation-switch';
import { newestFirst, newestPage } from '../newest-first';
import { accessStops } from './stopped-access';
import { roundOf } from './violation-round';
import {
  CITED_COLUMNS,
  type CitedRow,
  citedLookOf,
  type OpinionRow,
  stateOf,
  VIOLATION_COLUMNS,
  VIOLATION_SOURCE,
  violationLineOf,
  type ViolationRow,
} from './violation-row';
import { ViolationRepository } from './violation.repository';

/** The facts of a case the access file may speak of, as columns. */
export const VIOLATION_CONDITIONS: ConditionColumns = { memberId: { sql: 'v.member_id', type: 'uuid' } };

/** Those who look into reported violations read them; everybody reads what concerns their own access. */
@Injectable()
export class ReadViolations {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly violations: ViolationRepository,
    private readonly evaluation: EvaluationSwitch,
  ) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after }: ViolationQuery): Promise<Page<ViolationLine>> {
    const key = newestFirst({ at: 'v.reported_at', id: 'v.id' }, after, 3);
    const startParam = 3 + key.values.length;
    const allowed = narrow({ ability: this.abilities.of(actor), action: 'read', noun: 'violation', columns: VIOLATION_CONDITIONS, startParam });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<ViolationRow>(
        `select ${VIOLATION_COLUMNS} from ${VIOLATION_SOURCE} where v.organization_id = $1 and ${key.where} and ${allowed.text} order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, ...key.values, ...allowed.values],
      );
      const { items, next } = newestPage(rows, size, ({ reportedAt }) => reportedAt);
      return { items: items.map((row) => violationLineOf(row, tx.at)), next };
    });
  }

  /** One case with its evidence. @throws {DomainError} `not_found` */
  one(actor: MemberActor, violationId: string): Promise<ViolationView> {
    return this.database.tenant(actor, (tx) => this.present(tx, actor, violationId));
  }

  /** One case within a transaction that is open already. @throws {DomainError} `not_found` */
  async present(tx: TenantTransaction, actor: MemberActor, violationId: string): Promise<ViolationView> {
    const [violation, opinions] = await Promise.all([this.violations.find(tx, violationId), this.violations.opinions(tx, violationId)]);
    if (violation === null || !this.abilities.of(actor).can('read', subject('violation', { ...violation }))) throw notFound();
    const evidence = await this.violations.looksOf(tx, violation.memberId, violation.evidence);
    return {
      ...violationLineOf(violation, tx.at),
      roles: [...violation.roles],
      reportedBy: { memberNumber: violation.reporterNumber, self: violation.reportedById === actor.memberId },
      words: violation.words,
      evidence: evidence.map(citedLookOf),
      opinions: opinions.map(({ byMemberId, inPlaceOf: _, at, ...opinion }) => ({ ...opinion, self: byMemberId === actor.memberId, at: at.toISOString() })),
      may: this.mayOf(stateOf(violation, tx.at), actor, violation, opinions),
    };
  }

  /**
   * What somebody looked at, newest first: an evaluation of worker data.
   * @throws {DomainError} `page.cursor_invalid`, `evaluation.off`
   */
  looks(actor: MemberActor, memberId: string, { size, after }: CitedLookQuery): Promise<Page<CitedLook>> {
    const key = newestFirst({ at: 'r.at', id: 'r.id' }, after, 4);
    return this.database.tenant(actor, async (tx) => {
      await this.evaluation.orRefuse(tx, 'looks-of-one', () => Promise.resolve({ result: true, people: 1, findings: 0 }));
      const rows = await tx.query<CitedRow>(
        `select ${CITED_COLUMNS} from reveals r join members s on s.organization_id = r.organization_id and s.id = r.member_id
         where r.organization_id = $1 and r.by_member_id = $2 and ${key.where} order by ${key.orderBy} limit $3`,
        [tx.organizationId, memberId, size + 1, ...key.values],
      );
      const { items, next } = newestPage(rows, size, ({ at }) => at);
      return { items: items.map(citedLookOf), next };
    });
  }

  /** Whether whoever asks is kept from others' data. */
  own(actor: MemberActor): Promise<OwnSuspension> {
    return this.database.tenant(actor, async (tx) => {
      const [row] = await tx.query<{ stops: AccessStops; since: Date | null }>(
        `select ${accessStops('m')} as stops,
           (select v.reported_at from violations v where v.organization_id = $1 and v.member_id = $2 and v.state in ('running', 'confirmed')) as since
         from members m where m.organization_id = $1 and m.id = $2`,
        [tx.organizationId, actor.memberId],
      );
      const at = tx.at.epochMilliseconds;
      if (row === undefined || !isStoppedAt(row.stops, at)) return { state: 'none', since: null, lapsesAt: null };
      const { confirmed, lapsesAt } = row.stops;
      const since = row.since?.toISOString() ?? null;
      if (confirmed) return { state: 'confirmed', since, lapsesAt: null };
      if (lapsesAt === null || lapsesAt <= at) return { state: 'ended', since: null, lapsesAt: null };
      return { state: 'running', since, lapsesAt: new Date(lapsesAt).toISOString() };
    });
  }

  /** What stands in the way later, the transaction that decides finds out; this is for the buttons. */
  private mayOf(state: ViolationState, actor: MemberActor, violation: ViolationRow, opinions: readonly OpinionRow[]): ViolationView['may'] {
    const round = roundOf(state);
    const said = opinions.some((opinion) => opinion.round === round && opinion.byMemberId === actor.memberId);
    const decides = this.abilities.of(actor).can('decide', subject('violation', { ...violation }));
    const lift = round !== null && !said && decides && violation.reportedById !== actor.memberId;
    return { lift, confirm: lift && state === 'running' };
  }
}
