import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ImportRepository } from './import.repository';

/** Deletes files nobody went on with. */
@Injectable()
export class ForgetImport {
  constructor(private readonly imports: ImportRepository) {}

  /** Cancels an import that rests; one whose file never arrived is forgotten altogether. */
  async run(tx: TenantTransaction, importId: string): Promise<void> {
    const row = await this.imports.find(tx, importId);
    if (row?.state === 'receiving') await this.imports.drop(tx, importId);
    if (row?.state === 'received' || row?.state === 'checking' || row?.state === 'checked') await this.imports.end(tx, importId, 'cancelled');
  }
}
