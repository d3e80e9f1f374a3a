import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { Json } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import {
  type ApplyImport,
  type CheckImport,
  columnsDiffer,
  importCheckedMeanwhile,
  importHasFaults,
  importStateForbids,
  type MemberImport,
  nothingToImport,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { readBeginning } from './file-beginning';
import { ImportFileRepository } from './import-file.repository';
import { type ImportRow, linesToApply, presentImport } from './import-row';
import { dropSteps, IMPORT_WORK, keepFile, planStep } from './import-work';
import { ImportDecisionRepository } from './import-decision.repository';
import { ImportRepository } from './import.repository';

/** What somebody does with an import. */
interface ImportOrder {
  readonly importId: string;
  readonly deed: 'check' | 'apply' | 'cancel';
  readonly key: string;
  readonly content: Json;
}

/** Where imports are gone on with: once, in the state for it, and by those who may. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly decisions: ImportDecisionRepository,
    private readonly files: ImportFileRepository,
  ) {}

  /** Has a file checked. @throws {DomainError} `not_found`, `member-import.state_forbids`, `.columns_differ` */
  async check(actor: MemberActor, importId: string, message: CheckImport, key: string): Promise<MemberImport> {
    const order = { importId, deed: 'check', key, content: { ...message, columns: [...message.columns] } } as const;
    const beginning = await this.files.beginning(actor.organizationId, importId);
    const { headings } = await readBeginning(beginning, message.encoding, message.delimiter);
    return this.act(actor, order, async (tx) => {
      if (headings.length !== message.columns.length) throw columnsDiffer();
      await this.files.keepHeadings(tx, headings, message.columns);
      await this.imports.beginCheck(tx, importId, message);
      await planStep(tx, IMPORT_WORK.check, importId);
    });
  }

  /** Has an import applied. @throws {DomainError} `not_found`, `member-import.state_forbids`, `.checked_meanwhile`, `.has_faults`, `.nothing_to_do` */
  apply(actor: MemberActor, importId: string, message: ApplyImport, key: string): Promise<MemberImport> {
    return this.act(actor, { importId, deed: 'apply', key, content: { ...message } }, async (tx, row) => {
      if (row.checks !== message.check) throw importCheckedMeanwhile();
      if (row.faultyLines > 0 && !message.leaveOutFaulty) throw importHasFaults();
      await keepFile(tx, importId);
      await this.decisions.beginApplying(tx, importId, message, entryOf(row, message));
      await planStep(tx, IMPORT_WORK.apply, importId);
    });
  }

  /** Ends an import that changed nothing yet. @throws {DomainError} `not_found`, `member-import.state_forbids` */
  cancel(actor: MemberActor, importId: string, key: string): Promise<MemberImport> {
    return this.act(actor, { importId, deed: 'cancel', key, content: null }, async (tx) => {
      await dropSteps(tx, importId);
      await this.decisions.cancel(tx, importId, { action: 'member-import.cancelled', target: { noun: 'member-import', id: importId }, facts: {} });
    });
  }

  private act(
    actor: MemberActor,
    { importId, deed, key, content }: ImportOrder,
    work: (tx: TenantTransaction, row: ImportRow) => Promise<void>,
  ): Promise<MemberImport> {
    const operation = `member-import.${deed}`;
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, importId, content) }, {});
      const row = await this.imports.lock(tx, importId);
      if (deed !== 'cancel' && row.memberId !== actor.memberId) throw notFound();
      if (replayed) return presentImport(row, actor);
      if (!presentImport(row, actor).may[deed]) throw refusalOf(row, deed);
      await work(tx, row);
      return presentImport(await this.imports.lock(tx, importId), actor);
    });
  }
}

const refusalOf = (row: ImportRow, deed: ImportOrder['deed']): Error =>
  deed === 'apply' && row.state === 'checked' && linesToApply(row) === 0 ? nothingToImport() : importStateForbids();

const entryOf = ({ id, newLines, changedLines, existingLines, faultyLines, skippedLines }: ImportRow, { sendInvitations }: ApplyImport) => ({
  action: 'member-import.applied',
  target: { noun: 'member-import', id },
  facts: { added: newLines, changed: changedLines, existing: existingLines, leftOut: faultyLines + skippedLines, invitations: sendInvitations },
});
