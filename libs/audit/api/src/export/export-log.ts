import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { ExportLog as ExportOrder, LogFormat } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { LogReaders } from '../log-readers';
import { recordEntry } from '../record-entry';
import { SealedLogReader } from '../sealed-log-reader.repository';
import { csvLines, jsonLines, type LogLines } from './log-lines';
import { ocsfLines } from './ocsf-lines';

const LINES: Readonly<Record<LogFormat, LogLines>> = { jsonl: jsonLines, csv: csvLines, ocsf: ocsfLines };

/** How many entries are read at once. */
const PAGE = 2000;

/** Before every id there is. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the whole log out as a file, a page at a time: first what the newest checkpoint covers, in its order, then what is not sealed yet. That it
 * happens is written into the log before anything leaves; before each page it is asked anew whether whoever takes it out may still read the log.
 */
@Injectable()
export class ExportLog {
  constructor(
    private readonly database: Database,
    private readonly readers: LogReaders,
    private readonly reader: SealedLogReader,
  ) {}

  /** @returns the text of the file, made as it is read */
  async run(actor: MemberActor, order: ExportOrder): Promise<AsyncIterable<string>> {
    const { organizationId } = actor;
    await this.database.tenant(actor, (tx) =>
      recordEntry(tx, { action: 'audit-log.exported', target: { noun: 'organization', id: organizationId }, facts: { format: order.format } }),
    );
    return this.pieces(actor, order);
  }

  private async *pieces(actor: MemberActor, { format }: ExportOrder): AsyncGenerator<string> {
    const { organizationId } = actor;
    const lines = LINES[format];
    const size = (await this.reader.newest(organizationId))?.size ?? 0;
    yield lines.beginning(organizationId, size);
    for (let from = 0; from < size; from += PAGE) {
      await this.requireStill(actor);
      const range = { from, to: Math.min(from + PAGE, size) };
      const [places, checkpoints] = await Promise.all([this.reader.places(organizationId, range), this.reader.checkpointsOver(organizationId, range)]);
      yield lines.places(places, checkpoints);
    }
    for (let after: string | undefined = NO_ID; after !== undefined;) {
      await this.requireStill(actor);
      const entries = await this.reader.unsealed(organizationId, size, { after, limit: PAGE });
      yield lines.unsealed(entries);
      after = entries.length < PAGE ? undefined : entries.at(-1)?.id;
    }
    yield lines.end();
  }

  /** @throws {DomainError} `not_found` where they may no longer read the log; the file ends broken off */
  private async requireStill(actor: MemberActor): Promise<void> {
    if (!(await this.readers.mayStillRead(actor))) throw notFound();
  }
}
