import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TokenScope } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A token about to be kept. */
export interface TokenToKeep {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly hash: Buffer;
  readonly hint: string;
  readonly expiresAt: Temporal.Instant;
}

/** A token as it is kept, without what proves it. */
export interface KeptToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
  readonly lastUsedOn: string | null;
}

/** How long a token that no longer works stands in the list, in days. */
const LISTED_DAYS = 90;

const COLUMNS = `id, name, scope, hint, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt", replaced_by as "replacedBy",
  last_used_on as "lastUsedOn"`;

/** Tokens of other systems as they are kept. */
@Injectable()
export class SystemTokenRepository {
  /** Those that work, and those that did not long ago; the newest first. */
  list(tx: TenantTransaction): Promise<KeptToken[]> {
    return tx.query<KeptToken>(
      `select ${COLUMNS} from system_tokens where organization_id = $1 and least(expires_at, revoked_at) > $2 order by created_at desc, id desc`,
      [tx.organizationId, tx.at.subtract({ hours: 24 * LISTED_DAYS })],
    );
  }

  /** One of them. */
  async find(tx: TenantTransaction, id: string): Promise<KeptToken | null> {
    const [found] = await tx.query<KeptToken>(`select ${COLUMNS} from system_tokens where organization_id = $1 and id = $2`, [tx.organizationId, id]);
    return found ?? null;
  }

  /** How many work. Whoever makes one waits here for others who do, so that there are never more than allowed. */
  async countLive(tx: TenantTransaction): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('system tokens ' || $1, 0))`, [tx.organizationId]);
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from system_tokens where organization_id = $1 and revoked_at is null and expires_at > $2',
      [tx.organizationId, tx.at],
    );
    return row?.count ?? 0;
  }

  /** Keeps a new one. */
  async add(tx: TenantTransaction, { id, name, scope, hash, hint, expiresAt }: TokenToKeep, entry: AuditEntry): Promise<void> {
    await tx.query(`insert into system_tokens (organization_id, id, name, scope, hash, hint, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
      tx.organizationId,
      id,
      name,
      scope,
      hash,
      hint,
      tx.at,
      expiresAt,
    ]);
    await recordEntry(tx, entry);
  }

  /**
   * Puts another one in the place of one that works; it goes on working for a while at most.
   * @returns `false` where it no longer works, or has one in its place
   */
  async replace(tx: TenantTransaction, id: string, { by, until }: { by: string; until: Temporal.Instant }, entry: AuditEntry): Promise<boolean> {
    const replaced = await tx.query(
      `update system_tokens set replaced_by = $3, expires_at = least(expires_at, $4)
       where organization_id = $1 and id = $2 and replaced_by is null and revoked_at is null and expires_at > $5 returning id`,
      [tx.organizationId, id, by, until, tx.at],
    );
    if (replaced.length !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** Ends one. @returns `false` where it was ended before, or is not there */
  async revoke(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<boolean> {
    const revoked = await tx.query('update system_tokens set revoked_at = $3 where organization_id = $1 and id = $2 and revoked_at is null returning id', [
      tx.organizationId,
      id,
      tx.at,
    ]);
    if (revoked.length !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }
}
