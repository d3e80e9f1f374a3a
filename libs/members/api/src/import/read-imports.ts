import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound, type Page, pageOfRows } from '@smartpar/kernel';
import type { ImportLineFault, ImportReportLine, MemberImport, MemberImportQuery } from '@smartpar/members/model';
import { Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { IMPORT_COLUMNS, type ImportRow, presentImport } from './import-row';

const NEWEST: readonly KeyColumn[] = [{ sql: 'i.id', direction: 'desc', type: 'uuid' }];

const BY_FAULT: readonly KeyColumn[] = [
  { sql: 'f.line', direction: 'asc', type: 'integer' },
  { sql: 'f.position', direction: 'asc', type: 'integer' },
];

const BY_LINE: readonly KeyColumn[] = [{ sql: 'r.line', direction: 'asc', type: 'integer' }];

interface FaultRow extends ImportLineFault {
  readonly position: number;
}

interface ReportRow extends Pick<ImportReportLine, 'line' | 'outcome'> {
  readonly memberId: string | null;
}

/** The imports of an organization, what was wrong in each and what came of it; no word of any file. */
@Injectable()
export class ReadImports {
  constructor(private readonly database: Database) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  async list(actor: MemberActor, { size, after }: MemberImportQuery): Promise<Page<MemberImport>> {
    const { organizationId } = actor;
    const key = keyset({ columns: NEWEST, after, startParam: 3 });
    const rows = await this.database.readTenant<ImportRow>(organizationId, {
      text: `select ${IMPORT_COLUMNS} from member_imports i where i.organization_id = $1 and ${key.where} order by ${key.orderBy} limit $2`,
      values: [organizationId, size + 1, ...key.values],
    });
    const { items, next } = pageOfRows(rows, size, ({ id }) => [id]);
    return { items: items.map((row) => presentImport(row, actor)), next };
  }

  /** One of them. @throws {DomainError} `not_found` */
  async find(actor: MemberActor, importId: string): Promise<MemberImport> {
    const [row] = await this.database.readTenant<ImportRow>(actor.organizationId, {
      text: `select ${IMPORT_COLUMNS} from member_imports i where i.organization_id = $1 and i.id = $2`,
      values: [actor.organizationId, importId],
    });
    if (row === undefined) throw notFound();
    return presentImport(row, actor);
  }

  /** What is wrong, by line. @throws {DomainError} `not_found`, `page.cursor_invalid` */
  async faults(actor: MemberActor, importId: string, { size, after }: MemberImportQuery): Promise<Page<ImportLineFault>> {
    await this.find(actor, importId);
    const key = keyset({ columns: BY_FAULT, after, startParam: 4 });
    const rows = await this.database.readTenant<FaultRow>(actor.organizationId, {
      text: `select f.line, f.position, f.column_number as "column", f.field, f.code, f.facts from member_import_faults f
             where f.organization_id = $1 and f.import_id = $2 and ${key.where} order by ${key.orderBy} limit $3`,
      values: [actor.organizationId, importId, size + 1, ...key.values],
    });
    return pageOfRows(rows, size, ({ line, position }) => [String(line), String(position)]);
  }

  /** What became of each line that was not faulty. @throws {DomainError} `not_found`, `page.cursor_invalid` */
  async report(actor: MemberActor, importId: string, { size, after }: MemberImportQuery): Promise<Page<ImportReportLine>> {
    await this.find(actor, importId);
    const key = keyset({ columns: BY_LINE, after, startParam: 4 });
    const rows = await this.database.readTenant<ReportRow>(actor.organizationId, {
      text: `select r.line, r.outcome, r.member_id as "memberId" from member_import_report r
             where r.organization_id = $1 and r.import_id = $2 and ${key.where} order by ${key.orderBy} limit $3`,
      values: [actor.organizationId, importId, size + 1, ...key.values],
    });
    const { items, next } = pageOfRows(rows, size, ({ line }) => [String(line)]);
    const numbers = await this.numbersOf(
      actor.organizationId,
      items.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])),
    );
    return { items: items.map((row) => reportLineOf(row, numbers)), next };
  }

  private async numbersOf(organizationId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.readTenant<{ id: string; number: number }>(organizationId, {
      text: 'select id, number from members where organization_id = $1 and id = any($2::uuid[])',
      values: [organizationId, memberIds],
    });
    return new Map(rows.map(({ id, number }) => [id, number]));
  }
}

function reportLineOf({ line, outcome, memberId }: ReportRow, numbers: ReadonlyMap<string, number>): ImportReportLine {
  const number = memberId === null ? undefined : numbers.get(memberId);
  return { line, outcome, member: memberId === null || number === undefined ? null : { id: memberId, number } };
}
