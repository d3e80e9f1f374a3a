import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ImportRepository } from './import.repository';

/** Deletes files nobody went on with. */
@Injectable()
export class ForgetImport {
  constructor(private readonly imports: ImportRepository) {}

  /** Cancels an import that rests; one whose file never arrived is forgotten altogether. */
  async run(tx: TenantTransaction, importId: string): Promise<void> {
    // a check that is going on keeps its lines first, or they would outlive their import
    const row = await this.imports.hold(tx, importId);
    if (row?.state === 'receiving') await this.imports.drop(tx, importId);
    if (row?.state === 'received' || row?.state === 'checking' || row?.state === 'checked') await this.imports.end(tx, importId, 'cancelled');
  }
}
