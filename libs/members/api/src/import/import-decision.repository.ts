import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { ApplyImport } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ImportRepository } from './import.repository';

/** What is decided about an import: one entry for all that it changes, and one where it ends early. */
@Injectable()
export class ImportDecisionRepository {
  constructor(private readonly imports: ImportRepository) {}

  /** Begins to apply an import; which members it changes is in its own report. */
  async beginApplying(tx: TenantTransaction, id: string, { sendInvitations, leaveOutFaulty }: ApplyImport, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update member_imports set state = 'applying', send_invitations = $3, leave_out_faulty = $4, left_out = faulty_lines, forgotten_at = null
       where organization_id = $1 and id = $2`,
      [tx.organizationId, id, sendInvitations, leaveOutFaulty],
    );
    await recordEntry(tx, entry);
  }

  /** Ends an import that changed nothing yet, whoever brought it. */
  async cancel(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await this.imports.end(tx, id, 'cancelled');
    await recordEntry(tx, entry);
  }

  /** Ends an import whose importer lost the right to it. */
  async stop(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await this.imports.end(tx, id, 'stopped');
    await recordEntry(tx, entry);
  }
}
