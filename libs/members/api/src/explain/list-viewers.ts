import { Injectable } from '@nestjs/common';
import { Abilities, signedAmong } from '@smartpar/access/api';
import {
  type Ability,
  grantsInForce,
  type HeldGrant,
  type MemberActor,
  type MemberPlace,
  type ProfileCategory,
  sightOf,
  type ViewerLine,
  type ViewerPage,
  type ViewerQuery,
} from '@smartpar/access/model';
import { encodeCursor, pageOfRows } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { readHolding } from './explain-member';
import { ExplainedSights } from './explained-sights';
import { explainedMember, holdingOf, type HoldingRow, placeOf, stopsOf, tellsReports } from './holding-row';
import { type SightOfOne, readCandidates } from './viewer-candidates';

/** Somebody who may see what was asked about. */
interface Viewer {
  readonly row: HoldingRow;
  readonly mode: ViewerLine['mode'];
  readonly grants: readonly HeldGrant[];
}

/** Says who may see one category of a member's data at this moment, and by which rules. */
@Injectable()
export class ListViewers {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly sights: ExplainedSights,
  ) {}

  /** @throws {DomainError} `not_found` for a member whom whoever asks may not read, `page.cursor_invalid` */
  run(asker: MemberActor, memberId: string, { category, size, after }: ViewerQuery): Promise<ViewerPage> {
    const ability = this.abilities.of(asker);
    return this.database.tenant(asker, async (tx) => {
      const of = await readHolding(tx, ability, memberId);
      const standing = grantsInForce(of.changed).flatMap(({ role, mode, purposes, category: one }) =>
        one === category && mode !== 'hidden' ? [{ role, mode, purposes: [...purposes] }] : [],
      );
      const asked: SightOfOne = { place: placeOf(of), category, roles: standing.map(({ role }) => role) };
      const found = await this.viewers(tx, asker, asked, { size, after });
      const { items, next } = pageOfRows(found, size, ({ row }) => [String(row.number)]);
      return {
        of: explainedMember(of, ability),
        through: ability.can('read', 'standing-grant') ? standing : [],
        reportsTold: ability.can('read', 'violation'),
        items: await this.linesOf(tx, ability, items),
        next,
      };
    });
  }

  /** Up to one more than a page holds. Whoever is kept away is passed over, so that a batch may come to less than a page. */
  private async viewers(tx: TenantTransaction, asker: MemberActor, asked: SightOfOne, page: Pick<ViewerQuery, 'size' | 'after'>): Promise<readonly Viewer[]> {
    const ability = this.abilities.of(asker);
    const found: Viewer[] = [];
    for (let { after } = page; ;) {
      const rows = await readCandidates(tx, ability, asked, { ...page, after });
      found.push(...rows.flatMap((row) => this.viewerOf(tx, asker, asked, row) ?? []));
      const last = rows.at(-1);
      if (last === undefined || rows.length <= page.size || found.length > page.size) return found;
      after = encodeCursor([String(last.number)]);
    }
  }

  /** Whether somebody may see it is decided by the rules alone; the statement only brought those they could let. */
  private viewerOf(tx: TenantTransaction, asker: MemberActor, { place, category }: SightOfOne, row: HoldingRow): Viewer | null {
    if (stopsOf(row, tellsReports(this.abilities.of(asker), asker, row.id), tx).length > 0) return null;
    const holder = holdingOf(row, tx);
    const mode = sightOf(this.abilities.of(holder), category, place);
    if (mode === 'hidden') return null;
    return { row, mode, grants: holder.grants.filter((grant) => this.reaches(holder, grant, category, place)) };
  }

  /** Asks the rules about somebody who holds that one grant and nothing else. */
  private reaches(holder: MemberActor, grant: HeldGrant, category: ProfileCategory, place: MemberPlace): boolean {
    const only = { ...holder, roles: [], held: [], standsInAs: [], standsInHeld: [], grants: [grant] };
    return grant.category === category && sightOf(this.abilities.of(only), category, place) !== 'hidden';
  }

  /** Rules, names and signatures are read once for the whole page. */
  private async linesOf(tx: TenantTransaction, ability: Ability, viewers: readonly Viewer[]): Promise<ViewerLine[]> {
    const all = viewers.flatMap(({ grants }) => grants);
    const [told, signed] = await Promise.all([
      this.sights.of(tx, ability, all),
      signedAmong(
        tx,
        viewers.map(({ row }) => row.id),
      ),
    ]);
    // a grant to a role is held by each of its holders as a thing of its own
    const why = new Map(all.map((grant, index) => [grant, told[index]]));
    return viewers.map(({ row, mode, grants }) => ({
      member: explainedMember(row, ability),
      mode,
      undertakingSigned: signed.has(row.id),
      why: grants.flatMap((grant) => why.get(grant) ?? []),
    }));
  }
}
