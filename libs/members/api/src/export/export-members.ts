import { Injectable } from '@nestjs/common';
import { Abilities, CountedReads } from '@smartpar/access/api';
import { type MemberActor, PROFILE_CATEGORIES, type ProfileCategory, type Sight, sightsOf } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import { notFound } from '@smartpar/kernel';
import { type ExportMembers as ExportOrder, exportColumns } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { MemberActors } from '../member-actors';
import { memberColumns, type MemberRow } from '../member-columns';
import { exportConditions, type Exporter, filtersOf } from './export-conditions';
import { headingLine, memberLines } from './member-csv';

/** How many members are read at once. */
const PAGE = 1000;

/**
 * Takes the list of members out as a file, a page at a time. That it happens is written down before anything leaves; whose data leaves is
 * counted with each page, and before each page it is asked anew whether whoever takes it out may still see what stands in it.
 */
@Injectable()
export class ExportMembers {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly actors: MemberActors,
    private readonly reads: CountedReads,
  ) {}

  /** @returns the text of the file, made as it is read */
  async run(actor: MemberActor, order: ExportOrder): Promise<AsyncIterable<string>> {
    const ability = this.abilities.of(actor);
    const exporter: Exporter = { organizationId: actor.organizationId, ability, sight: sightsOf(ability) };
    const narrowed = filtersOf(order);
    const shown = shownIn(exporter.sight);
    await this.database.tenant(actor, async (tx) => {
      const conditions = exportConditions(exporter, order);
      const [found] = await tx.query<{ count: number }>(`select count(*) as count from members m where ${conditions.text}`, conditions.values);
      const facts = { count: found?.count ?? 0, categories: shown.join(' '), filters: narrowed.join(' ') };
      await recordEntry(tx, { action: 'member.exported', target: { noun: 'organization', id: actor.organizationId }, facts });
      if (narrowed.length === 0) await this.reads.count(tx, { kind: 'export', of: 'everyone' });
    });
    return this.pages(actor, exporter, order);
  }

  private async *pages(actor: MemberActor, exporter: Exporter, order: ExportOrder): AsyncGenerator<string> {
    const columns = exportColumns(shownIn(exporter.sight));
    yield headingLine(columns, order.locale);
    for (let after = 0, full = true; full;) {
      await this.requireStill(actor, exporter.sight);
      const rows = await this.page(actor, exporter, order, after);
      if (rows.length > 0) yield memberLines(columns, rows);
      after = rows.at(-1)?.number ?? after;
      full = rows.length === PAGE;
    }
  }

  private page(actor: MemberActor, exporter: Exporter, order: ExportOrder, after: number): Promise<readonly MemberRow[]> {
    const conditions = exportConditions(exporter, order);
    conditions.require(`m.number > ${conditions.bind(after)}`);
    return this.database.tenant(actor, async (tx) => {
      const text = `select ${memberColumns(exporter.sight, PROFILE_CATEGORIES)} from members m where ${conditions.text} order by m.number limit ${PAGE}`;
      const rows = await tx.query<MemberRow>(text, conditions.values);
      // A list of everybody was counted as such; it is told apart from one that somebody in particular stood in.
      if (filtersOf(order).length > 0) await this.reads.count(tx, { kind: 'export', of: rows.map(({ id }) => id) });
      return rows;
    });
  }

  /** @throws {DomainError} `not_found` where they may no longer take out what they were taking out; the file ends broken off */
  private async requireStill({ accountId, organizationId, memberId }: MemberActor, sight: Sight): Promise<void> {
    const actor = await this.actors.actorOf(accountId, organizationId);
    const ability = actor?.memberId === memberId ? this.abilities.of(actor) : null;
    const now = ability?.can('export', 'member') === true ? sightsOf(ability) : null;
    if (now === null || shownIn(sight).some((category) => now[category] !== 'shown')) throw notFound();
  }
}

const shownIn = (sight: Sight): readonly ProfileCategory[] => PROFILE_CATEGORIES.filter((category) => sight[category] === 'shown');
