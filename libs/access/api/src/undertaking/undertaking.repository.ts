import { Injectable } from '@nestjs/common';
import { SHIPPED_UNDERTAKING_VERSION, undertakingChanged } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Locale } from '@smartpar/platform/contract';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { SHIPPED_VERSION, textsOf, type UndertakingVersion } from './undertaking-text';

/** A signature about to be kept. */
export interface NewSignature {
  readonly memberId: string;
  readonly version: number;
  readonly hash: string;
  readonly locale: Locale;
  readonly name: string;
}

/** Somebody's latest signature. */
export interface KeptSignature {
  readonly version: number;
  readonly hash: string;
  readonly name: string;
  readonly at: Date;
}

/** Versions of an organization's undertaking, and who signed them. */
@Injectable()
export class UndertakingRepository {
  /** The version in force. */
  async inForce(tx: TenantTransaction): Promise<UndertakingVersion> {
    const [own] = await tx.query<{ version: number; texts: Partial<Record<Locale, string>>; at: Date }>(
      'select version, texts, published_at as at from undertaking_versions where organization_id = $1 order by version desc limit 1',
      [tx.organizationId],
    );
    return own === undefined ? SHIPPED_VERSION : { version: own.version, texts: textsOf(own.texts), publishedAt: own.at };
  }

  /**
   * Puts another version into force.
   * @throws {DomainError} `undertaking.changed_meanwhile` where somebody else did first
   */
  async publish(tx: TenantTransaction, { version, texts }: Pick<UndertakingVersion, 'version' | 'texts'>, entry: AuditEntry): Promise<void> {
    const kept = Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));
    try {
      const added = await tx.query(
        `insert into undertaking_versions (organization_id, version, texts, hashes, published_at)
         select $1, $2::integer, $3, $4, $5
         where $2::integer = 1 + coalesce((select max(v.version) from undertaking_versions v where v.organization_id = $1), $6) returning version`,
        [tx.organizationId, version, JSON.stringify(kept), texts.map(({ hash }) => hash), tx.at, SHIPPED_UNDERTAKING_VERSION],
      );
      if (added.length === 0) throw undertakingChanged();
    } catch (error) {
      throw isUniqueViolation(error, 'undertaking_versions_pkey') ? undertakingChanged() : error;
    }
    await recordEntry(tx, entry);
  }

  /** Keeps a signature; it never changes. Signed already, the first one stays. */
  async sign(tx: TenantTransaction, { memberId, version, hash, locale, name }: NewSignature, entry: AuditEntry): Promise<void> {
    const kept = await tx.query(
      `insert into undertaking_signatures (organization_id, member_id, version, text_hash, locale, name, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`,
      [tx.organizationId, memberId, version, hash, locale, name, tx.at],
    );
    if (kept.length > 0) await recordEntry(tx, entry);
  }

  /** The latest signature of a member. */
  async latestOf(tx: TenantTransaction, memberId: string): Promise<KeptSignature | null> {
    const [latest] = await tx.query<KeptSignature>(
      `select version, text_hash as hash, name, signed_at as at from undertaking_signatures
       where organization_id = $1 and member_id = $2 order by version desc, signed_at desc limit 1`,
      [tx.organizationId, memberId],
    );
    return latest ?? null;
  }
}
