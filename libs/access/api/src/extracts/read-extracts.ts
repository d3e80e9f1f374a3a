import { Injectable } from '@nestjs/common';
import { type Ability, type ExtractPage, type ExtractQuery, type ExtractView, type MemberActor, type RightToDecide, subject } from '@smartpar/access/model';
import { notFound, pageOfRows } from '@smartpar/kernel';
import { Database, keyset, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
import { DECIDE } from './choose-people';
import { EXTRACT_COLUMNS, EXTRACT_CONDITIONS, type ExtractRow, obstacleFor, standingOf } from './extract-row';
import { ExtractPresenter, type ExtractRights } from './extract-view';

/** Extracts, as far as whoever asks may read them; nothing of what is in them. */
@Injectable()
export class ReadExtracts {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly holders: AbilityHolders,
    private readonly presenter: ExtractPresenter,
  ) {}

  /** A page of them, newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, query: ExtractQuery): Promise<ExtractPage> {
    const ability = this.abilities.of(actor);
    return this.database.tenant(actor, async (tx) => {
      const { text, values } = statementOf(tx, actor, ability, query);
      const { items, next } = pageOfRows(await tx.query<ExtractRow>(text, values), query.size, ({ id }) => [id]);
      return { items: await this.present(tx, actor, items), next };
    });
  }

  /** One of them. @throws {DomainError} `not_found` */
  read(actor: MemberActor, extractId: string): Promise<ExtractView> {
    const ability = this.abilities.of(actor);
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<ExtractRow>(`select ${EXTRACT_COLUMNS} from extracts x where x.organization_id = $1 and x.id = $2`, [
        tx.organizationId,
        extractId,
      ]);
      const [view] = await this.present(
        tx,
        actor,
        rows.filter((row) => ability.can('read', subject('extract', { ...row }))),
      );
      if (view === undefined) throw notFound();
      return view;
    });
  }

  private async present(tx: TenantTransaction, actor: MemberActor, rows: readonly ExtractRow[]): Promise<ExtractView[]> {
    const ability = this.abilities.of(actor);
    const decides = ability.can('decide', 'extract') && rows.some((row) => standingOf(row, tx.at) === 'requested');
    const rights = decides ? await this.holders.rights(tx, DECIDE) : [];
    return this.presenter.present(tx, rows, (row) => rightsOver(row, { ability, rights, decides, memberId: actor.memberId, at: tx.at }));
  }
}

interface Asking {
  readonly ability: Ability;
  readonly rights: readonly RightToDecide[];
  /** they decide such things, and something waits */
  readonly decides: boolean;
  readonly memberId: string;
  readonly at: TenantTransaction['at'];
}

function rightsOver(row: ExtractRow, { ability, rights, decides, memberId, at }: Asking): ExtractRights {
  const standing = standingOf(row, at);
  const obstacle = decides ? obstacleFor(row, memberId, rights, at) : null;
  const own = ability.can('use', subject('extract', { ...row }));
  return {
    obstacle,
    may: {
      decide: decides && obstacle === null,
      withdraw: own && standing === 'requested',
      fetch: own && (standing === 'ready' || standing === 'stopped') && row.stored > 0,
      end: own && ['running', 'ready', 'stopped'].includes(standing),
    },
  };
}

function statementOf(tx: TenantTransaction, actor: MemberActor, ability: Ability, { show, size, after }: ExtractQuery) {
  const allowed = narrow({ ability, action: 'read', noun: 'extract', columns: EXTRACT_CONDITIONS, startParam: 5 });
  const values = [tx.organizationId, size + 1, tx.at, actor.memberId, ...allowed.values];
  const key = keyset({ columns: [{ sql: 'x.id', direction: 'desc', type: 'uuid' }], after, startParam: values.length + 1 });
  const conditions = ['x.organization_id = $1', SHOWN[show], '$3::timestamptz is not null and $4::uuid is not null', allowed.text, key.where];
  return {
    text: `select ${EXTRACT_COLUMNS} from extracts x where ${conditions.join(' and ')} order by ${key.orderBy} limit $2`,
    values: [...values, ...key.values],
  };
}

const SHOWN: Readonly<Record<ExtractQuery['show'], string>> = {
  mine: 'x.requested_by = $4',
  'to-decide': `x.state = 'requested' and x.lapses_at > $3 and x.requested_by <> $4`,
  all: 'true',
};
