import { Injectable } from '@nestjs/common';
import { looksLimit, type MemberActor, subject, usualLooks, type VolumeAlertLine, type VolumeAlertQuery, type VolumeAlertView } from '@smartpar/access/model';
import { notFound, type Page, pageOfRows } from '@smartpar/kernel';
import { type ConditionColumns, Database, keyset, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { EvaluationSwitch } from './evaluation-switch';
import { ALERT_COLUMNS, ALERT_SOURCE, VolumeAlertRepository, type VolumeAlertRow } from './volume-alert.repository';

/** The facts of an alert the access file may speak of, as columns. */
const ALERT_CONDITIONS: ConditionColumns = { memberId: { sql: 'a.member_id', type: 'uuid' } };

/** An alert that nobody has settled. */
export interface WaitingAlert {
  readonly id: string;
  readonly memberNumber: string;
  readonly at: Date;
}

/**
 * Those who look after unusual numbers of looks read them; nobody reads what is about themselves. How often somebody looked and how often that is
 * usual is an evaluation each time it is read: it is written down, and left out while evaluations are off. That an alert waits is told even then.
 */
@Injectable()
export class ReadVolumeAlerts {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly alerts: VolumeAlertRepository,
    private readonly evaluation: EvaluationSwitch,
  ) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after, show }: VolumeAlertQuery): Promise<Page<VolumeAlertLine>> {
    const key = keyset({ columns: NEWEST, after, startParam: 4 });
    const startParam = 4 + key.values.length;
    const allowed = narrow({ ability: this.abilities.of(actor), action: 'read', noun: 'volume-alert', columns: ALERT_CONDITIONS, startParam });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<VolumeAlertRow>(
        `select ${ALERT_COLUMNS} from ${ALERT_SOURCE}
         where a.organization_id = $1 and ($3 = 'all' or a.state = 'open') and ${key.where} and ${allowed.text} order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, show, ...key.values, ...allowed.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ at, id }) => [at.toISOString(), id]);
      const figures = await this.figures(tx, items);
      return { items: items.map((alert) => ({ ...lineOf(alert), ...figures(alert) })), next };
    });
  }

  /** One alert. @throws {DomainError} `not_found` */
  one(actor: MemberActor, alertId: string): Promise<VolumeAlertView> {
    return this.database.tenant(actor, (tx) => this.present(tx, actor, alertId));
  }

  /** One alert within a transaction that is open already. @throws {DomainError} `not_found` */
  async present(tx: TenantTransaction, actor: MemberActor, alertId: string): Promise<VolumeAlertView> {
    const ability = this.abilities.of(actor);
    const alert = await this.alerts.find(tx, alertId);
    if (alert === null || !ability.can('read', subject('volume-alert', { ...alert }))) throw notFound();
    const figures = await this.figures(tx, [alert]);
    const { roles, settledBy, settledByNumber, settledAt, words, state } = alert;
    const settled =
      settledAt === null ? null : { at: settledAt.toISOString(), memberNumber: settledByNumber ?? '', self: settledBy === actor.memberId, words: words ?? '' };
    const may = { settle: state === 'open' && ability.can('settle', subject('volume-alert', { ...alert })) };
    const told = figures(alert);
    const past = told.looks === null ? null : [...alert.past];
    return { ...lineOf(alert), ...told, roles: [...roles], past, settled, may };
  }

  /** What may be told of how often those of some alerts looked; that it was told is written down. */
  private async figures(tx: TenantTransaction, alerts: readonly VolumeAlertRow[]): Promise<(alert: VolumeAlertRow) => Figures> {
    const people = new Set(alerts.map(({ memberId }) => memberId)).size;
    const told = await this.evaluation.ifOn(tx, 'look-volume', () => Promise.resolve({ result: figuresOf, people, findings: 0 }));
    return told ?? (() => NOT_TOLD);
  }

  /** Those a member may settle, the longest waiting first. */
  async waiting(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingAlert[]> {
    const ability = this.abilities.of(actor);
    if (!ability.can('settle', 'volume-alert')) return [];
    const allowed = narrow({ ability, action: 'settle', noun: 'volume-alert', columns: ALERT_CONDITIONS, startParam: 3 });
    return tx.query<WaitingAlert>(
      `select a.id, 'M-' || m.number as "memberNumber", a.at from ${ALERT_SOURCE}
       where a.organization_id = $1 and a.state = 'open' and ${allowed.text} order by a.at, a.id limit $2`,
      [tx.organizationId, most, ...allowed.values],
    );
  }
}

type Figures = Pick<VolumeAlertLine, 'looks' | 'usual' | 'limit'>;

const NOT_TOLD: Figures = { looks: null, usual: null, limit: null };

const figuresOf = ({ looks, past }: VolumeAlertRow): Figures => ({ looks, usual: usualLooks(past), limit: looksLimit(past) });

const lineOf = ({ id, memberId, memberNumber, day, at, state }: VolumeAlertRow): Omit<VolumeAlertLine, keyof Figures> => ({
  id,
  memberId,
  memberNumber,
  day,
  at: at.toISOString(),
  state,
});

const NEWEST = [
  { sql: 'a.at', direction: 'desc', type: 'timestamptz' },
  { sql: 'a.id', direction: 'desc', type: 'uuid' },
] as const;
