import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EvaluationReceipt, RECEIPT_VERSION } from '@smartpar/access/model';
import { NoteSigner } from '@smartpar/audit/api';
import { canonicalJson } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import { receiptMail } from './mails/evaluation.mail';
import { type OpenMonth, ReceiptRepository } from './receipt.repository';

/** Makes the signed list of all evaluations of a month, those of none included, and sends it to those who are to have it. */
@Injectable()
export class MakeReceipt {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly holders: AbilityHolders,
    private readonly signer: NoteSigner,
  ) {}

  /**
   * Makes every receipt that is due by now, the oldest first, each once.
   * @returns how many were made
   */
  async run(tx: TenantTransaction): Promise<number> {
    for (let made = 0; ; made += 1) {
      const open = await this.receipts.openMonth(tx);
      if (open === null || !(await this.make(tx, open))) return made;
    }
  }

  private async make(tx: TenantTransaction, open: OpenMonth): Promise<boolean> {
    const { organizationId } = tx;
    const [evaluations, rules] = [await this.receipts.counted(tx, open), await this.receipts.rules(tx, open)];
    const month = open.month.slice(0, 7);
    const none = evaluations.length === 0;
    const runs = evaluations.reduce((sum, one) => sum + one.runs, 0);
    const [from, until] = [open.from.toISOString(), open.until.toISOString()];
    const said: EvaluationReceipt = { v: RECEIPT_VERSION, organization: organizationId, month, from, until, none, evaluations, rules };
    const receipt = canonicalJson(said);
    const hash = createHash('sha256').update(receipt).digest('base64');
    const note = this.signer.sign(organizationId, 'evaluation-receipt', `${month} ${hash}`);
    const id = newId();
    const entry = { action: 'evaluation-receipt.made', target: { noun: 'evaluation-receipt', id }, facts: { month, runs, hash } };
    const added = await this.receipts.add(tx, { id, month: open.month, until: open.until, runs, receipt, note }, entry);
    if (added) await this.send(tx, id, month, runs);
    return added;
  }

  private async send(tx: TenantTransaction, receiptId: string, month: string, runs: number): Promise<void> {
    const readers = await this.holders.reachable(tx, 'evaluation-receipt.receive');
    const { organizationId } = tx;
    await enqueueMails(
      tx,
      receiptMail,
      readers.map(({ email, locale }) => ({ to: email, locale, facts: { organizationId, receiptId, month, runs }, organizationId, subjectId: receiptId })),
    );
  }
}
