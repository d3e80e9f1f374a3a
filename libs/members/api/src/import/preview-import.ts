import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { type ImportPreview, type ImportPreviewQuery, importStateForbids, suggestFields } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { guessDelimiter, readBeginning } from './file-beginning';
import { ImportFileRepository } from './import-file.repository';
import { presentImport } from './import-row';
import { ImportRepository } from './import.repository';

/** Shows how the beginning of a file reads, to whoever brought it and to nobody else. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly files: ImportFileRepository,
  ) {}

  /** @throws {DomainError} `not_found`, `member-import.state_forbids` */
  async run(actor: MemberActor, importId: string, query: ImportPreviewQuery): Promise<ImportPreview> {
    const row = await this.database.tenant(actor, (tx) => this.imports.find(tx, importId));
    if (row?.memberId !== actor.memberId) throw notFound();
    if (!presentImport(row, actor).may.preview) throw importStateForbids();
    const beginning = await this.files.beginning(actor.organizationId, importId);
    const guessed = row.guessedEncoding ?? 'utf-8';
    const encoding = query.encoding ?? row.encoding ?? guessed;
    const said = encoding === row.encoding ? row.delimiter : null;
    const usual = await guessDelimiter(beginning, encoding);
    const delimiter = query.delimiter ?? said ?? usual;
    const { format, headings, sample, problem } = await readBeginning(beginning, encoding, delimiter);
    const suggested = suggestFields(headings, await this.files.keptHeadings(actor.organizationId, headings));
    return {
      ...{ format, encoding, delimiter },
      guess: { encoding: guessed, delimiter: usual, certain: row.guessCertain },
      columns: headings.map((heading, index) => ({ heading, ...(suggested[index] ?? { field: null, kept: false }) })),
      sample: sample.map((cells) => [...cells]),
      problem: problem === null ? null : { code: problem.code, line: problem.line },
    };
  }
}
