import { Injectable } from '@nestjs/common';
import { foldHeading, type ImportField, suggestFields } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import type { Beginning } from './file-beginning';

/** How many pieces at the beginning of a file hold its headings and some lines, however long these are. */
export const BEGINNING_PIECES = 8;

/** One piece of a file. */
export interface FileChunk {
  readonly position: number;
  readonly bytes: Buffer;
}

/** Files as they arrived, and what an organization takes their headings for. */
@Injectable()
export class ImportFileRepository {
  constructor(private readonly database: Database) {}

  /** Keeps some pieces. */
  async add(tx: TenantTransaction, importId: string, chunks: readonly FileChunk[]): Promise<void> {
    await tx.query(
      `insert into member_import_chunks (organization_id, import_id, position, bytes) select $1, $2, c.* from unnest($3::integer[], $4::bytea[]) as c`,
      [tx.organizationId, importId, chunks.map(({ position }) => position), chunks.map(({ bytes }) => bytes)],
    );
  }

  /**
   * One piece; `null` behind the last one. Read in the transaction that goes through the file, which is not taken for silent meanwhile, however
   * long that takes.
   */
  async chunk(tx: TenantTransaction, importId: string, position: number): Promise<Buffer | null> {
    const [row] = await tx.query<{ bytes: Buffer }>('select bytes from member_import_chunks where organization_id = $1 and import_id = $2 and position = $3', [
      tx.organizationId,
      importId,
      position,
    ]);
    return row?.bytes ?? null;
  }

  /** The first pieces, long enough for the headings and some lines. */
  async beginning(organizationId: string, importId: string): Promise<Beginning> {
    const rows = await this.database.readTenant<{ bytes: Buffer }>(organizationId, {
      text: 'select bytes from member_import_chunks where organization_id = $1 and import_id = $2 and position <= $3 order by position',
      values: [organizationId, importId, BEGINNING_PIECES],
    });
    return { bytes: Buffer.concat(rows.slice(0, BEGINNING_PIECES).map(({ bytes }) => bytes)), whole: rows.length <= BEGINNING_PIECES };
  }

  /** What the organization took some headings for before; `null` for those it left out. */
  async keptHeadings(organizationId: string, headings: readonly string[]): Promise<ReadonlyMap<string, ImportField | null>> {
    const rows = await this.database.readTenant<{ heading: string; field: ImportField | null }>(organizationId, {
      text: 'select heading_folded as heading, field from member_import_headings where organization_id = $1 and heading_folded = any($2::text[])',
      values: [organizationId, headings.map(foldHeading)],
    });
    return new Map(rows.map(({ heading, field }) => [heading, field]));
  }

  /**
   * Keeps what headings are taken for, where that is worth knowing: where it is used, or differs from what would be suggested. Nothing of a
   * file whose first line is somebody already.
   */
  async keepHeadings(tx: TenantTransaction, headings: readonly string[], columns: readonly (ImportField | null)[]): Promise<void> {
    if (!isHeading(headings[columns.indexOf('email')] ?? '')) return;
    const usual = suggestFields(headings, new Map());
    const chosen = new Map<string, ImportField | null>();
    for (const [index, heading] of headings.entries()) {
      const field = columns[index] ?? null;
      const folded = foldHeading(heading);
      if (!isHeading(heading) || folded === '' || chosen.has(folded)) continue;
      const differs = (usual[index]?.field ?? null) !== field;
      if (field !== null || differs) chosen.set(folded, field);
    }
    await tx.query(
      `insert into member_import_headings (organization_id, heading_folded, field) select $1, h.* from unnest($2::text[], $3::text[]) as h
       on conflict (organization_id, heading_folded) do update set field = excluded.field where member_import_headings.field is distinct from excluded.field`,
      [tx.organizationId, [...chosen.keys()], [...chosen.values()]],
    );
  }
}

/** A file without headings begins with somebody: an address or a number is no heading, and is not kept. */
const isHeading = (heading: string): boolean => !heading.includes('@') && !/\d{4}/.test(heading);
