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
  /** the site the person said they belong to; absent where nobody asked them */
  readonly siteId?: string | null;
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

/** What makes one act of a sender the same act when it arrives again. */
export interface SenderAct {
  /** hash of the act's key and the reply address */
  readonly id: string;
  /** what was asked, as a hash keyed with the act's key, which is kept nowhere */
  readonly fingerprint: string;
}

/** How many questions gave one mailbox lately. */
export interface LatelyAsked {
  readonly withinHour: number;
  readonly withinDay: number;
}

/** A question as the act that made it left it. */
export interface AskedByAct extends UnconfirmedQuestion {
  /** null for questions from before acts were compared */
  readonly fingerprint: string | null;
}

const COLUMNS = `id, generation, identifier, reply_address as "replyAddress", reply_address_folded as "replyAddressFolded", organization_typed as "organizationTyped", text, concerns,
  about_contact as "aboutContact", locale, asked_at as "askedAt", confirm_before as "confirmBefore", confirmed_at as "confirmedAt", parts`;

/** The mailbox an address ends in: what follows a plus sign, and dots, most mail servers pass over (RFC 5233). For counting only. */
const mailboxOf = (address: string): string =>
  `(replace(split_part(split_part(${address}, '@', 1), '+', 1), '.', '') || '@' || split_part(${address}, '@', 2))`;

/** Questions before anybody knows whose they are, as they are kept. */
@Injectable()
export class UnconfirmedQuestionRepository {
  /**
   * Keeps a new question, once for each act of its sender.
   * @returns false where that act has been kept before
   */
  async add(tx: Transaction, question: UnconfirmedQuestion, act: SenderAct, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into unconfirmed_questions (id, act, generation, identifier, reply_address, reply_address_folded, organization_typed, text, concerns, about_contact, locale, asked_at, confirm_before, fingerprint)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (act) do nothing returning id`,
      [
        ...[question.id, act.id, question.generation, question.identifier, question.replyAddress, question.replyAddressFolded, question.organizationTyped],
        ...[question.text, question.concerns, question.aboutContact, question.locale, question.askedAt, question.confirmBefore],
        act.fingerprint,
      ],
    );
    if (added.length === 1) await recordPlatformEntry(tx, entry);
    return added.length === 1;
  }

  /** The question an act has made, and what that act was about. */
  async byAct(tx: Transaction, act: SenderAct): Promise<AskedByAct | null> {
    const [found] = await tx.query<AskedByAct>(`select ${COLUMNS}, fingerprint from unconfirmed_questions where act = $1`, [act.id]);
    return found ?? null;
  }

  /**
   * How many questions gave the mailbox of a reply address within the last hour and day. Nobody else counts or asks for that mailbox
   * until the transaction ends, so that many at once are counted one after the other.
   */
  async latelyAsked(tx: Transaction, replyAddressFolded: string): Promise<LatelyAsked> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('questions.mailbox:' || ${mailboxOf('$1::text')}, 0))`, [replyAddressFolded]);
    const [counts] = await tx.query<LatelyAsked>(
      `select count(*) filter (where asked_at > $2)::int as "withinHour", count(*)::int as "withinDay"
       from unconfirmed_questions where ${mailboxOf('reply_address_folded')} = ${mailboxOf('$1::text')} and asked_at > $3`,
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
