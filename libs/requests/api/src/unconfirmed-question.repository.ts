import { Injectable } from '@nestjs/common';
import { recordEntry, recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction, Transaction } from '@smartpar/platform/database';
import type { QuestionConcern, Route } from '@smartpar/requests/model';

/** A part of a confirmed question on its way to the organization that answers it. */
export interface QuestionPart extends Omit<Route, 'name'> {
  readonly requestId: string;
  readonly reference: string;
  /** the reference of the part before, where the question is split */
  readonly partOf: string | null;
}

/** A question from the public page. */
export interface UnconfirmedQuestion {
  readonly id: string;
  /** which of its confirmation links is the latest */
  readonly generation: number;
  readonly identifier: string;
  readonly replyAddress: string;
  readonly replyAddressFolded: string;
  readonly organizationTyped: string | null;
  /** null once handed over */
  readonly text: string | null;
  readonly concerns: QuestionConcern;
  readonly aboutContact: boolean;
  readonly locale: Locale;
  readonly askedAt: Date;
  readonly confirmBefore: Date;
  readonly confirmedAt: Date | null;
  readonly parts: readonly QuestionPart[] | null;
}

/** How many questions gave one reply address lately. */
export interface LatelyAsked {
  readonly withinHour: number;
  readonly withinDay: number;
}

const COLUMNS = `id, generation, identifier, reply_address as "replyAddress", reply_address_folded as "replyAddressFolded", organization_typed as "organizationTyped", text, concerns,
  about_contact as "aboutContact", locale, asked_at as "askedAt", confirm_before as "confirmBefore", confirmed_at as "confirmedAt", parts`;

/** Questions before anybody knows whose they are, as they are kept. */
@Injectable()
export class UnconfirmedQuestionRepository {
  /**
   * Keeps a new question, once for each act of its sender.
   * @param act what marks the sender's act
   * @returns false where that act has been kept before
   */
  async add(tx: Transaction, question: UnconfirmedQuestion, act: string, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into unconfirmed_questions (id, act, generation, identifier, reply_address, reply_address_folded, organization_typed, text, concerns, about_contact, locale, asked_at, confirm_before)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (act) do nothing returning id`,
      [
        ...[question.id, act, question.generation, question.identifier, question.replyAddress, question.replyAddressFolded, question.organizationTyped],
        ...[question.text, question.concerns, question.aboutContact, question.locale, question.askedAt, question.confirmBefore],
      ],
    );
    if (added.length === 1) await recordPlatformEntry(tx, entry);
    return added.length === 1;
  }

  /** The question an act has made. */
  async byAct(tx: Transaction, act: string): Promise<UnconfirmedQuestion | null> {
    const [found] = await tx.query<UnconfirmedQuestion>(`select ${COLUMNS} from unconfirmed_questions where act = $1`, [act]);
    return found ?? null;
  }

  /** How many questions gave a reply address within the last hour and day. */
  async latelyAsked(tx: Transaction, replyAddressFolded: string): Promise<LatelyAsked> {
    const [counts] = await tx.query<LatelyAsked>(
      `select count(*) filter (where asked_at > $2)::int as "withinHour", count(*)::int as "withinDay"
       from unconfirmed_questions where reply_address_folded = $1 and asked_at > $3`,
      [replyAddressFolded, tx.at.subtract({ hours: 1 }), tx.at.subtract({ hours: 24 })],
    );
    return counts ?? { withinHour: 0, withinDay: 0 };
  }

  /** One question, for looking at it. */
  async find(tx: Transaction, id: string): Promise<UnconfirmedQuestion | null> {
    const [found] = await tx.query<UnconfirmedQuestion>(`select ${COLUMNS} from unconfirmed_questions where id = $1`, [id]);
    return found ?? null;
  }

  /** One question, for changing it: nobody else does until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<UnconfirmedQuestion | null> {
    const [found] = await tx.query<UnconfirmedQuestion>(`select ${COLUMNS} from unconfirmed_questions where id = $1 for update`, [id]);
    return found ?? null;
  }

  /** The confirmed question a request is opened from. */
  async ofRequest(tx: Transaction, requestId: string): Promise<UnconfirmedQuestion | null> {
    const [found] = await tx.query<UnconfirmedQuestion>(`select ${COLUMNS} from unconfirmed_questions where parts @> $1::jsonb`, [
      JSON.stringify([{ requestId }]),
    ]);
    return found ?? null;
  }

  /** Spends the confirmation and says where the question goes. */
  async confirm(tx: Transaction, id: string, parts: readonly QuestionPart[], entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('update unconfirmed_questions set confirmed_at = $2, parts = $3 where id = $1 and confirmed_at is null', [id, tx.at, JSON.stringify(parts)]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /** Makes an expired question confirmable again, by a new link only. */
  async renew(
    tx: Transaction,
    { id, generation, confirmBefore }: Pick<UnconfirmedQuestion, 'id' | 'generation' | 'confirmBefore'>,
    entry: AuditEntry,
  ): Promise<void> {
    await Promise.all([
      tx.query('update unconfirmed_questions set generation = $2, confirm_before = $3 where id = $1', [id, generation, confirmBefore]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /** Lets go of what was typed once no part of it waits any longer. @param waiting kind of due work that takes parts over */
  async forgetContent(tx: TenantTransaction, question: UnconfirmedQuestion, waiting: string, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query(
        `update unconfirmed_questions set text = null, identifier = '', organization_typed = null
         where id = $1 and not exists (select from due_work where kind = $2 and subject_id = any($3::uuid[]))`,
        [question.id, waiting, question.parts?.map(({ requestId }) => requestId) ?? []],
      ),
      recordEntry(tx, entry),
    ]);
  }

  /** Removes what was never confirmed, or confirmed, and asked before a day. @returns how many */
  async forgetOld(tx: Transaction, before: Date, entry: AuditEntry): Promise<number> {
    const gone = await tx.query('delete from unconfirmed_questions where asked_at < $1 returning id', [before]);
    if (gone.length > 0) await recordPlatformEntry(tx, { ...entry, facts: { count: gone.length } }, { kind: 'system', process: 'forget-questions' });
    return gone.length;
  }
}
