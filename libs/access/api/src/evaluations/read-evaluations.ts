import { Injectable } from '@nestjs/common';
import { type AlertOutline, type EvaluationLine, type EvaluationQuery, type MemberActor, usualLooks } from '@smartpar/access/model';
import { type Page, pageOfRows } from '@smartpar/kernel';
import { Database, keyset } from '@smartpar/platform/database';
import type { EvaluationKind, EvaluationRole, Role, VolumeAlertState } from '@smartpar/access/model';

interface EvaluationRow {
  readonly id: string;
  readonly kind: EvaluationKind;
  readonly at: Date;
  readonly system: boolean;
  readonly roles: readonly EvaluationRole[];
  readonly people: number;
  readonly findings: number;
}

interface OutlineRow {
  readonly id: string;
  readonly day: string;
  readonly roles: readonly Role[];
  readonly looks: number;
  readonly past: readonly number[];
  readonly state: VolumeAlertState;
  readonly at: Date;
}

/** Evaluations and alerts as such: no statement here knows a person, and none could tell one. */
@Injectable()
export class ReadEvaluations {
  constructor(private readonly database: Database) {}

  /** What was evaluated, newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after }: EvaluationQuery): Promise<Page<EvaluationLine>> {
    const key = keyset({ columns: NEWEST, after, startParam: 3 });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<EvaluationRow>(
        `select id, kind, at, by_system as system, by_roles as roles, people, findings from evaluations
         where organization_id = $1 and ${key.where} order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, ...key.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ at, id }) => [at.toISOString(), id]);
      return { items: items.map(({ at, system, roles, ...row }) => ({ ...row, at: at.toISOString(), by: { system, roles: [...roles] } })), next };
    });
  }

  /** Alerts, newest first. @throws {DomainError} `page.cursor_invalid` */
  alerts(actor: MemberActor, { size, after }: EvaluationQuery): Promise<Page<AlertOutline>> {
    const key = keyset({ columns: NEWEST, after, startParam: 3 });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<OutlineRow>(
        `select id, day, by_roles as roles, looks, past, state, at from volume_alerts
         where organization_id = $1 and ${key.where} order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, ...key.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ at, id }) => [at.toISOString(), id]);
      return {
        items: items.map(({ id, day, roles, looks, past, state }) => ({
          id,
          kind: 'look-volume',
          day,
          roles: [...roles],
          looks,
          usual: usualLooks(past),
          state,
        })),
        next,
      };
    });
  }
}

const NEWEST = [
  { sql: 'at', direction: 'desc', type: 'timestamptz' },
  { sql: 'id', direction: 'desc', type: 'uuid' },
] as const;
