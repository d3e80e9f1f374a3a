import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { PREPARATION_LIFETIME } from '@smartpar/identity/model';
import { type AccountTransaction, toInstant } from '@smartpar/platform/database';
import type { PreparedFactorRow, SecondFactorRow } from './second-factor-row';

const COLUMNS = `factor_id as id, organization_id as "organizationId", sealed_secret as "sealedSecret"`;

/** Second factors of the transaction's account. */
@Injectable()
export class SecondFactorsRepository {
  /** Those that count, the whole account's first. */
  async active(tx: AccountTransaction): Promise<SecondFactorRow[]> {
    const rows = await tx.query<SecondFactorRow & { since: Date }>(
      `select ${COLUMNS}, since from second_factors where account_id = $1 and state = 'active' order by organization_id nulls first`,
      [tx.accountId],
    );
    return rows.map((row) => ({ ...row, since: toInstant(row.since) }));
  }

  /**
   * The secret that waits for its first code, unless it waited too long; nobody else confirms it until the transaction ends.
   * @param scope the one organization it is for; `null` for all of the account
   */
  async prepared(tx: AccountTransaction, scope: string | null): Promise<PreparedFactorRow | null> {
    const [row] = await tx.query<PreparedFactorRow & { preparedAt: Date }>(
      `select ${COLUMNS}, prepared_at as "preparedAt" from second_factors
       where account_id = $1 and organization_id is not distinct from $2 and state = 'prepared' and prepared_at > $3 for update`,
      [tx.accountId, scope, tx.at.subtract(PREPARATION_LIFETIME)],
    );
    return row === undefined ? null : { ...row, preparedAt: toInstant(row.preparedAt) };
  }

  /** Keeps a secret that waits for its first code, in place of one that waited before. */
  async prepare(tx: AccountTransaction, { id, organizationId, sealedSecret }: Omit<PreparedFactorRow, 'preparedAt'>, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query(`delete from second_factors where account_id = $1 and organization_id is not distinct from $2 and state = 'prepared'`, [
        tx.accountId,
        organizationId,
      ]),
      tx.query(
        `insert into second_factors (account_id, factor_id, organization_id, state, sealed_secret, prepared_at) values ($1, $2, $3, 'prepared', $4, $5)`,
        [tx.accountId, id, organizationId, sealedSecret, tx.at],
      ),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /**
   * Makes a prepared secret count, by the step of its first code. One for all of the account takes the place of every
   * other; one for a single organization of the one there was for it.
   */
  async activate(tx: AccountTransaction, { id, organizationId }: PreparedFactorRow, step: number, entry: AuditEntry): Promise<void> {
    const replaced = organizationId === null ? 'true' : 'organization_id = $3';
    await Promise.all([
      tx.query(
        `delete from second_factors where account_id = $1 and factor_id <> $2 and ${replaced}`,
        organizationId === null ? [tx.accountId, id] : [tx.accountId, id, organizationId],
      ),
      tx.query(`update second_factors set state = 'active', since = $3, last_step = $4 where account_id = $1 and factor_id = $2`, [
        tx.accountId,
        id,
        tx.at,
        step,
      ]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /**
   * Takes the code of a step, once: of two at the same time, one succeeds. A step before one that was taken is over too.
   * @returns whether it was taken
   */
  async takeStep(tx: AccountTransaction, factorId: string, step: number, entry: AuditEntry): Promise<boolean> {
    const taken = await tx.query(
      `update second_factors set last_step = $3 where account_id = $1 and factor_id = $2 and (last_step is null or last_step < $3) returning factor_id`,
      [tx.accountId, factorId, step],
    );
    if (taken.length === 0) return false;
    await recordPlatformEntry(tx, entry);
    return true;
  }

  /**
   * Removes every second factor, those that wait included.
   * @returns whether one of them counted
   */
  async removeAll(tx: AccountTransaction, entry: AuditEntry): Promise<boolean> {
    const removed = await tx.query<{ state: string }>('delete from second_factors where account_id = $1 returning state', [tx.accountId]);
    await recordPlatformEntry(tx, entry);
    return removed.some(({ state }) => state === 'active');
  }

  /** Every secret with what it is sealed by, whether it counts or waits. */
  sealed(tx: AccountTransaction): Promise<{ id: string; sealedSecret: string }[]> {
    return tx.query('select factor_id as id, sealed_secret as "sealedSecret" from second_factors where account_id = $1', [tx.accountId]);
  }

  /** Puts the same secret under another seal, if nobody changed it meanwhile. */
  async reseal(tx: AccountTransaction, { id, before, after }: { id: string; before: string; after: string }, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('update second_factors set sealed_secret = $4 where account_id = $1 and factor_id = $2 and sealed_secret = $3', [
        tx.accountId,
        id,
        before,
        after,
      ]),
      recordPlatformEntry(tx, entry),
    ]);
  }
}
