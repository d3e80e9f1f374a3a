import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { ExtractMails } from './extract-mails';
import { EXTRACT_WORK } from './extract-plans';
import { standingOf } from './extract-row';
import { ExtractRepository } from './extract.repository';
import { PerformExtract } from './perform-extract';

/** What happens to extracts without anybody waiting for it: they are written, refused by silence, and destroyed. */
@Injectable()
export class ExtractWork {
  constructor(
    private readonly performing: PerformExtract,
    private readonly extracts: ExtractRepository,
    private readonly mails: ExtractMails,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [
      defineWork(EXTRACT_WORK.write, (tx, { subjectId }) => this.performing.step(tx, subjectId)),
      defineWork(EXTRACT_WORK.lapse, (tx, { subjectId }) => this.lapse(tx, subjectId)),
      defineWork(EXTRACT_WORK.destroy, (tx, { subjectId }) => this.destroy(tx, subjectId)),
    ];
  }

  private async lapse(tx: TenantTransaction, id: string): Promise<void> {
    const extract = await this.extracts.lock(tx, id);
    if (extract?.state !== 'requested' || standingOf(extract, tx.at) !== 'lapsed') return;
    await this.extracts.close(tx, id, 'lapsed', { action: 'extract.lapsed', target: { noun: 'extract', id }, facts: {} });
    await this.mails.tellAsker(tx, extract, 'lapsed');
  }

  private async destroy(tx: TenantTransaction, id: string): Promise<void> {
    const extract = await this.extracts.lock(tx, id);
    if (extract === null || extract.doneAt === null || extract.destroyedAt !== null) return;
    await this.extracts.destroy(tx, id, { action: 'extract.destroyed', target: { noun: 'extract', id }, facts: { people: extract.stored } });
  }
}
