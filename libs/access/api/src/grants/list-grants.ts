import { Injectable } from '@nestjs/common';
import { type Ability, type GrantPage, type GrantQuery, type GrantView, type MemberActor, subject } from '@smartpar/access/model';
import { notFound, pageOfRows } from '@smartpar/kernel';
import { type ConditionColumns, Database, keyset, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { EvaluationSwitch } from '../evaluations/evaluation-switch';
import { Deciders, obstacleFor } from './deciders';
import { GRANT_COLUMNS, type GrantRow, standingOf } from './grant-row';
import { GrantPresenter } from './grant-view';

/** The columns the access file may speak of. */
const GRANT_CONDITIONS: ConditionColumns = {
  granteeMemberId: { sql: 'g.grantee_member_id', type: 'uuid' },
  requestedBy: { sql: 'g.requested_by', type: 'uuid' },
};

/** Grants, as far as whoever asks may read them. */
@Injectable()
export class ListGrants {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly deciders: Deciders,
    private readonly presenter: GrantPresenter,
    private readonly evaluation: EvaluationSwitch,
  ) {}

  /** A page of them, newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, query: GrantQuery): Promise<GrantPage> {
    const ability = this.abilities.of(actor);
    return this.database.tenant(actor, async (tx) => {
      const { text, values } = statementOf(tx, actor, ability, query);
      const rows = await tx.query<GrantRow>(text, values);
      const { items, next } = pageOfRows(rows, query.size, ({ id }) => [id]);
      return { items: await this.present(tx, actor, ability, items, (row) => isOwnUse(row, actor)), next };
    });
  }

  /** One of them. @throws {DomainError} `not_found` */
  read(actor: MemberActor, grantId: string): Promise<GrantView> {
    const ability = this.abilities.of(actor);
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<GrantRow>(`select ${GRANT_COLUMNS} from grants g where g.organization_id = $1 and g.id = $2`, [tx.organizationId, grantId]);
      const [row] = rows.filter((found) => ability.can('read', subject('grant', { ...found })));
      if (row === undefined) throw notFound();
      const told = isOwnUse(row, actor) || (row.decidedAt !== null && (await this.evaluate(tx)));
      const [view] = await this.present(tx, actor, ability, [row], () => told);
      if (view === undefined) throw notFound();
      return view;
    });
  }

  /** When somebody else used theirs is told only where worker data may be evaluated. */
  private async evaluate(tx: TenantTransaction): Promise<boolean> {
    return (await this.evaluation.ifOn(tx, 'grant-use', () => Promise.resolve({ result: true, people: 1, findings: 0 }))) ?? false;
  }

  private async present(
    tx: TenantTransaction,
    actor: MemberActor,
    ability: Ability,
    all: readonly GrantRow[],
    tellsUse: (row: GrantRow) => boolean,
  ): Promise<GrantView[]> {
    const rows = all.map((row) => (tellsUse(row) ? row : { ...row, lastUsedAt: null }));
    const decides = ability.can('decide', 'grant') && rows.some((row) => standingOf(row, tx.at) === 'requested');
    const rightsOver = decides ? await this.deciders.rightsOver(tx, rows) : () => [];
    return this.presenter.present(tx, ability, rows, (row) => ({
      useTold: tellsUse(row),
      obstacle: decides ? obstacleFor(row, actor.memberId, rightsOver(row), tx.at) : null,
      may: {
        decide: decides && obstacleFor(row, actor.memberId, rightsOver(row), tx.at) === null,
        withdraw: standingOf(row, tx.at) === 'requested' && ability.can('withdraw', subject('grant', { ...row })),
        revoke: ['live', 'scheduled'].includes(standingOf(row, tx.at)) && ability.can('revoke', subject('grant', { ...row })),
      },
    }));
  }
}

/** What a role or a group uses is about no one person, and what is one's own one may know. */
const isOwnUse = ({ granteeMemberId }: GrantRow, { memberId }: MemberActor): boolean => granteeMemberId === null || granteeMemberId === memberId;

function statementOf(tx: TenantTransaction, actor: MemberActor, ability: Ability, { show, memberId, size, after }: GrantQuery) {
  const allowed = narrow({ ability, action: 'read', noun: 'grant', columns: GRANT_CONDITIONS, startParam: 6 });
  const values = [tx.organizationId, size + 1, tx.at, actor.memberId, memberId ?? null, ...allowed.values];
  const key = keyset({ columns: [{ sql: 'g.id', direction: 'desc', type: 'uuid' }], after, startParam: values.length + 1 });
  const conditions = ['g.organization_id = $1', SHOWN[show], '($5::uuid is null or g.grantee_member_id = $5)', '$4::uuid is not null', allowed.text, key.where];
  return {
    text: `select ${GRANT_COLUMNS} from grants g where ${conditions.join(' and ')} order by ${key.orderBy} limit $2`,
    values: [...values, ...key.values],
  };
}

const SHOWN: Readonly<Record<GrantQuery['show'], string>> = {
  current: `g.state = 'approved' and g.ends_at > $3`,
  'to-decide': `g.state = 'requested' and g.lapses_at > $3 and g.requested_by <> $4 and g.grantee_member_id is distinct from $4`,
  mine: '(g.requested_by = $4 or g.grantee_member_id = $4) and $3::timestamptz is not null',
  past: `(g.state in ('refused', 'lapsed', 'withdrawn', 'revoked') or (g.state = 'approved' and g.ends_at <= $3) or (g.state = 'requested' and g.lapses_at <= $3))`,
};
