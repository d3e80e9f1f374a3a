import { Injectable } from '@nestjs/common';
import { notFound, type Temporal } from '@smartpar/kernel';
import { anotherImportOpen, type CheckImport, type ImportState, importStateForbids } from '@smartpar/members/model';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import type { GuessedEncoding } from './file-guess';
import { IMPORT_COLUMNS, type ImportRow } from './import-row';

/** Somebody about to bring a file. */
export interface NewImport {
  readonly id: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly forgottenAt: Temporal.Instant;
}

/** What arrived. */
export interface ReceivedFile extends GuessedEncoding {
  readonly bytes: number;
  readonly hash: Buffer;
  readonly forgottenAt: Temporal.Instant;
}

/** Imports as they are kept. What they do to members is another repository's. */
@Injectable()
export class ImportRepository {
  /** One import, as it stands. */
  async find(tx: TenantTransaction, id: string): Promise<ImportRow | null> {
    const [row] = await tx.query<ImportRow>(`select ${IMPORT_COLUMNS} from member_imports i where i.organization_id = $1 and i.id = $2`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** One import, which nobody else changes until the transaction ends; `null` where it is gone. */
  async hold(tx: TenantTransaction, id: string): Promise<ImportRow | null> {
    await tx.query('select from member_imports where organization_id = $1 and id = $2 for update', [tx.organizationId, id]);
    return this.find(tx, id);
  }

  /** One import that has to be there, held the same way. @throws {DomainError} `not_found` */
  async lock(tx: TenantTransaction, id: string): Promise<ImportRow> {
    const row = await this.hold(tx, id);
    if (row === null) throw notFound();
    return row;
  }

  /** Begins an import whose file is about to arrive. @throws {DomainError} `member-import.another_open` */
  async open(tx: TenantTransaction, { id, memberId, accountId, forgottenAt }: NewImport): Promise<void> {
    try {
      await tx.query(
        `insert into member_imports (organization_id, id, state, member_id, member_number, account_id, created_at, touched_at, forgotten_at)
         select $1, $2, 'receiving', m.id, m.number, $4, $5, $5, $6 from members m where m.organization_id = $1 and m.id = $3`,
        [tx.organizationId, id, memberId, accountId, tx.at, forgottenAt],
      );
    } catch (error) {
      throw isUniqueViolation(error, 'member_imports_open') ? anotherImportOpen() : error;
    }
  }

  /** Says that more of the file is there. @throws {DomainError} `member-import.state_forbids` where it was cancelled meanwhile */
  async touch(tx: TenantTransaction, id: string, bytes: number): Promise<void> {
    const touched = await tx.query(
      `update member_imports set touched_at = $3, bytes = $4 where organization_id = $1 and id = $2 and state = 'receiving' returning id`,
      [tx.organizationId, id, tx.at, bytes],
    );
    if (touched.length !== 1) throw importStateForbids();
  }

  /** Says that all of the file is there. */
  async received(tx: TenantTransaction, id: string, { bytes, hash, encoding, certain, forgottenAt }: ReceivedFile): Promise<void> {
    await this.touch(tx, id, bytes);
    await tx.query(
      `update member_imports set state = 'received', hash = $3, guessed_encoding = $4, guess_certain = $5, forgotten_at = $6 where organization_id = $1 and id = $2`,
      [tx.organizationId, id, hash, encoding, certain, forgottenAt],
    );
  }

  /** Forgets an import whose file did not arrive; there is nothing to tell about it. */
  async drop(tx: TenantTransaction, id: string): Promise<void> {
    await tx.query(`delete from member_imports where organization_id = $1 and id = $2 and state = 'receiving'`, [tx.organizationId, id]);
  }

  /** Forgets those whose file stopped arriving: whoever sent it is gone. */
  async dropStale(tx: TenantTransaction, before: Temporal.Instant): Promise<void> {
    await tx.query(`delete from member_imports where organization_id = $1 and state = 'receiving' and touched_at < $2`, [tx.organizationId, before]);
  }

  /** Begins a check; what an earlier one found is void. */
  async beginCheck(tx: TenantTransaction, id: string, { encoding, delimiter, columns, locale }: CheckImport): Promise<void> {
    await tx.query(
      `update member_imports set state = 'checking', encoding = $3, delimiter = $4, columns = $5, locale = $6, checks = checks + 1, problem = null, ${NOTHING_FOUND}
       where organization_id = $1 and id = $2`,
      [tx.organizationId, id, encoding, delimiter, JSON.stringify(columns), locale],
    );
  }

  /** Says that the file cannot be read as it was said to be written, and nothing of what stands in it. */
  async refuseFile(tx: TenantTransaction, id: string, { code, line }: { readonly code: string; readonly line: number | null }): Promise<void> {
    await tx.query(`update member_imports set state = 'received', problem = $3, ${NOTHING_FOUND} where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
      JSON.stringify({ code, line }),
    ]);
  }

  /** Says that every line was checked. */
  async checked(tx: TenantTransaction, id: string): Promise<void> {
    await tx.query(`update member_imports set state = 'checked', read_bytes = bytes where organization_id = $1 and id = $2`, [tx.organizationId, id]);
  }

  /** Ends an import, and deletes what was in the file. */
  async end(tx: TenantTransaction, id: string, state: Extract<ImportState, 'applied' | 'stopped' | 'cancelled'>): Promise<void> {
    const values = [tx.organizationId, id];
    await tx.query('delete from member_import_chunks where organization_id = $1 and import_id = $2', values);
    await tx.query('delete from member_import_lines where organization_id = $1 and import_id = $2', values);
    await tx.query('delete from member_import_addresses where organization_id = $1 and import_id = $2', values);
    await tx.query(
      `update member_imports set state = $3, ended_at = $4, forgotten_at = null, hash = null, numbers = '{}' where organization_id = $1 and id = $2`,
      [...values, state, tx.at],
    );
  }
}

const NOTHING_FOUND = `read_line = 0, read_bytes = 0, lines = 0, new_lines = 0, changed_lines = 0, existing_lines = 0, unchanged_lines = 0, skipped_lines = 0, faulty_lines = 0,
  further_values = 0`;
