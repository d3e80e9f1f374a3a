import { Injectable } from '@nestjs/common';
import type { AskingForExtract, ExtractStop, ExtractView, MemberActor } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { EXTRACT_COLUMNS, type ExtractRow } from './extract-row';

/** Free text and the salt of its hash in the log. */
export interface Words {
  readonly text: string;
  readonly salt: string;
}

/** An extract about to be asked for, or begun at once. */
export interface NewExtract extends Pick<AskingForExtract, 'whom' | 'categories' | 'purpose'> {
  readonly id: string;
  readonly by: MemberActor;
  readonly template: ExtractRow['template'];
  /** the reason in words */
  readonly words: Words | null;
  /** everybody who is to be in it, in order */
  readonly memberIds: readonly string[];
  readonly exempt: ExtractView['exempt'];
  /** when silence refuses it; `null` for what needs nobody else and begins at once */
  readonly lapsesAt: Temporal.Instant | null;
}

/** A decision about an extract that waits. */
export interface ExtractDecision {
  readonly state: 'running' | 'refused';
  readonly by: string;
  /** for whom they stood in */
  readonly inPlaceOf: string | null;
  readonly words: Words | null;
}

/** Extracts, and whom they are of. */
@Injectable()
export class ExtractRepository {
  /** One extract, which nobody else changes until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<ExtractRow | null> {
    const [row] = await tx.query<ExtractRow>(`select ${EXTRACT_COLUMNS} from extracts x where x.organization_id = $1 and x.id = $2 for update`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** Has whoever asks ask one thing after the other, so that two at once are not both alone. */
  async holdAsker(tx: TenantTransaction, memberId: string): Promise<void> {
    await tx.query('select from members where organization_id = $1 and id = $2 for no key update', [tx.organizationId, memberId]);
  }

  /** How many people somebody has taken out since a moment without anybody else agreeing. */
  async aloneSince(tx: TenantTransaction, memberId: string, since: Temporal.Instant): Promise<number> {
    const [row] = await tx.query<{ people: number }>(
      `select coalesce(sum(x.people), 0)::integer as people from extracts x
       where x.organization_id = $1 and x.requested_by = $2 and x.lapses_at is null and x.requested_at > $3`,
      [tx.organizationId, memberId, since],
    );
    return row?.people ?? 0;
  }

  /** Keeps a new one with everybody it is of. */
  async add(tx: TenantTransaction, extract: NewExtract, entry: AuditEntry): Promise<void> {
    const { id, by, whom, categories, purpose, template, words, memberIds, exempt, lapsesAt } = extract;
    await tx.query(
      `insert into extracts (organization_id, id, state, requested_at, requested_by, account_id, lapses_at, whom, categories, purpose, reason_template,
         reason_words, reason_salt, people, exempt, exempt_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[tx.organizationId, id, lapsesAt === null ? 'running' : 'requested', tx.at, by.memberId, by.accountId, lapsesAt, JSON.stringify(whom)],
        ...[categories, purpose, template, words?.text ?? null, words?.salt ?? null, memberIds.length, exempt.people, JSON.stringify(exempt.by)],
      ],
    );
    await tx.query(
      `insert into extract_lines (organization_id, extract_id, place, member_id)
       select $1, $2, p.place, p.id from unnest($3::uuid[]) with ordinality as p (id, place)`,
      [tx.organizationId, id, memberIds],
    );
    await recordEntry(tx, entry);
  }

  /** Keeps a decision about one that waits. */
  async decide(tx: TenantTransaction, id: string, { state, by, inPlaceOf, words }: ExtractDecision, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update extracts set state = $3, decided_at = $4, decided_by = $5, decided_for = $6, decision_words = $7, decision_salt = $8
       where organization_id = $1 and id = $2 and state = 'requested'`,
      [tx.organizationId, id, state, tx.at, by, inPlaceOf, words?.text ?? null, words?.salt ?? null],
    );
    if (state === 'refused') await this.forgetLines(tx, id, entry);
    else await recordEntry(tx, entry);
  }

  /** Takes one that waits out of what waits, without a decision. */
  async close(tx: TenantTransaction, id: string, state: 'lapsed' | 'withdrawn', entry: AuditEntry): Promise<void> {
    await tx.query(`update extracts set state = $3 where organization_id = $1 and id = $2 and state = 'requested'`, [tx.organizationId, id, state]);
    await this.forgetLines(tx, id, entry);
  }

  /** Ends one that is being written. @param stop why before everybody was in it; `null` where everybody had their turn */
  async finish(
    tx: TenantTransaction,
    id: string,
    end: { readonly stop: ExtractStop | null; readonly expiresAt: Temporal.Instant },
    entry: AuditEntry,
  ): Promise<void> {
    await tx.query(`update extracts set state = $3, stop = $4, done_at = $5, expires_at = $6 where organization_id = $1 and id = $2 and state = 'running'`, [
      tx.organizationId,
      id,
      end.stop === null ? 'ready' : 'stopped',
      end.stop,
      tx.at,
      end.expiresAt,
    ]);
    await recordEntry(tx, entry);
  }

  /** Destroys what was written; whom it was of is told by the ledger alone from now on. */
  async destroy(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await tx.query('update extracts set destroyed_at = $3 where organization_id = $1 and id = $2 and destroyed_at is null', [tx.organizationId, id, tx.at]);
    await this.forgetLines(tx, id, entry);
  }

  /** Counts a fetch of the file. */
  async countFetch(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await tx.query('update extracts set downloads = downloads + 1 where organization_id = $1 and id = $2', [tx.organizationId, id]);
    await recordEntry(tx, entry);
  }

  private async forgetLines(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await tx.query('delete from extract_lines where organization_id = $1 and extract_id = $2', [tx.organizationId, id]);
    await recordEntry(tx, entry);
  }
}
