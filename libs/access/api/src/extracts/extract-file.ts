import { Injectable } from '@nestjs/common';
import { extractAccessEnded, extractStateForbids, type FetchingExtract, type MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { allowedOr404 } from '../errors';
import { GrantPeople } from '../grants/grant-people';
import { ProfileValues } from '../profile-values';
import { type ExtractedPerson, extractHeading, extractLines, type Watermark } from './extract-csv';
import { ExtractLinesRepository, type StoredLine } from './extract-lines.repository';
import { ExtractPeople } from './extract-people';
import { type ExtractRow, standingOf } from './extract-row';
import { ExtractSeals } from './extract-seals';
import { ExtractRepository } from './extract.repository';
import { StillMayExtract } from './still-may-extract';

/** How many lines are opened at once. */
const PAGE = 500;

/**
 * Gives whoever asked for an extract its file. That it is fetched is written down before anything leaves. What somebody may not look at any more
 * is not shown them by a file either: before each page it is asked anew, and whom their access covers no more is left out.
 */
@Injectable()
export class ExtractFile {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly extracts: ExtractRepository,
    private readonly lines: ExtractLinesRepository,
    private readonly people: ExtractPeople,
    private readonly still: StillMayExtract,
    private readonly seals: ExtractSeals,
    private readonly values: ProfileValues,
    private readonly labels: GrantPeople,
  ) {}

  /**
   * @returns the text of the file, made as it is read
   * @throws {DomainError} `not_found`, `extract.state_forbids`, `extract.access_ended`
   */
  async fetch(actor: MemberActor, extractId: string, { locale }: FetchingExtract): Promise<AsyncIterable<string>> {
    const { extract, mark } = await this.database.tenant(actor, async (tx) => {
      const held = await this.held(tx, actor, extractId);
      if ('stop' in (await this.still.standing(tx, held))) throw extractAccessEnded();
      const facts = { people: held.stored, fetches: held.downloads + 1 };
      await this.extracts.countFetch(tx, extractId, { action: 'extract.fetched', target: { noun: 'extract', id: extractId }, facts });
      return { extract: held, mark: await this.watermark(tx, held) };
    });
    return this.pieces(actor, extract, mark, extractHeading(extract.categories, mark, locale));
  }

  private async *pieces(actor: MemberActor, extract: ExtractRow, mark: Watermark, heading: string): AsyncGenerator<string> {
    yield heading;
    for (let after = 0, full = true; full;) {
      const { lines, people } = await this.page(actor, extract.id, after);
      if (people.length > 0) yield extractLines(extract.categories, mark, people);
      after = lines.at(-1)?.place ?? after;
      full = lines.length === PAGE;
    }
  }

  /** @throws {DomainError} where it may be fetched no more; the file ends broken off */
  private page(actor: MemberActor, extractId: string, after: number): Promise<Page> {
    return this.database.tenant(actor, async (tx) => {
      const extract = await this.held(tx, actor, extractId);
      const standing = await this.still.standing(tx, extract);
      if ('stop' in standing) throw extractAccessEnded();
      const lines = await this.lines.stored(tx, extractId, after, PAGE);
      const memberIds = lines.map(({ memberId }) => memberId);
      const found = await this.people.read(tx, standing.reach, { memberIds, categories: extract.categories, what: 'reach' });
      const numbers = new Map(found.flatMap(({ id, number, values }) => (values === null ? [] : [[id, number]])));
      return { lines, people: lines.flatMap((line) => this.opened(tx, extractId, line, numbers.get(line.memberId))) };
    });
  }

  private opened(
    { organizationId }: TenantTransaction,
    extractId: string,
    { memberId, sealed }: StoredLine,
    number: number | undefined,
  ): readonly ExtractedPerson[] {
    if (number === undefined) return [];
    const values = this.seals.open(sealed, { organizationId, extractId, memberId });
    return values === null ? [] : [{ number: `M-${number}`, values }];
  }

  private async held(tx: TenantTransaction, actor: MemberActor, extractId: string): Promise<ExtractRow> {
    const extract = allowedOr404(this.abilities.of(actor), 'use', 'extract', await this.extracts.lock(tx, extractId));
    const standing = standingOf(extract, tx.at);
    if (standing !== 'ready' && standing !== 'stopped') throw extractStateForbids();
    return extract;
  }

  private async watermark(tx: TenantTransaction, { id, requestedBy }: ExtractRow): Promise<Watermark> {
    const [labels, own, organization] = await Promise.all([
      this.labels.labels(tx, { members: [requestedBy], sites: [], groups: [], requests: [] }),
      this.values.of(tx, requestedBy, ['user.name']),
      this.labels.organizationName(tx),
    ]);
    const number = labels.numbers.get(requestedBy);
    if (number === undefined || number === null) throw notFound();
    return { extractId: id, number: `M-${number}`, name: own?.['user.name'] ?? null, organization, at: tx.at.toString({ smallestUnit: 'minute' }) };
  }
}

interface Page {
  readonly lines: readonly StoredLine[];
  readonly people: readonly ExtractedPerson[];
}
