import { Injectable } from '@nestjs/common';
import { type EvaluationQuery, evaluationReceipt, type MemberActor, type ReceiptLine, type SignedReceipt } from '@smartpar/access/model';
import { NoteSigner } from '@smartpar/audit/api';
import { notFound, type Page, pageOfRows } from '@smartpar/kernel';
import { Database, keyset } from '@smartpar/platform/database';
import { RECEIPT_COLUMNS, ReceiptRepository, type ReceiptRow } from './receipt.repository';

/** Receipts of all evaluations, as they were signed. */
@Injectable()
export class ReadReceipts {
  constructor(
    private readonly database: Database,
    private readonly receipts: ReceiptRepository,
    private readonly signer: NoteSigner,
  ) {}

  /** Newest month first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after }: EvaluationQuery): Promise<Page<ReceiptLine>> {
    const key = keyset({ columns: [{ sql: 'month', direction: 'desc', type: 'date' }], after, startParam: 3 });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<ReceiptRow>(
        `select ${RECEIPT_COLUMNS} from evaluation_receipts where organization_id = $1 and ${key.where} order by ${key.orderBy} limit $2`,
        [tx.organizationId, size + 1, ...key.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ month }) => [month]);
      return { items: items.map(lineOf), next };
    });
  }

  /** One receipt with its signature. @throws {DomainError} `not_found` */
  one(actor: MemberActor, receiptId: string): Promise<SignedReceipt> {
    return this.database.tenant(actor, async (tx) => {
      const row = await this.receipts.find(tx, receiptId);
      if (row === null) throw notFound();
      const told = this.signer.keysOf(tx.organizationId).map(({ verifierKey }) => verifierKey);
      const keys = [...new Set([...told, ...(await this.receipts.keys(tx))])];
      return { receipt: evaluationReceipt.parse(JSON.parse(row.receipt)), note: row.note, keys };
    });
  }
}

const lineOf = ({ id, month, madeAt, runs }: ReceiptRow): ReceiptLine => ({
  id,
  month: month.slice(0, 7),
  madeAt: madeAt.toISOString(),
  none: runs === 0,
  runs,
});
