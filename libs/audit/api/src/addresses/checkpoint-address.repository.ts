import { Injectable } from '@nestjs/common';
import type { AddressKind, AddressRhythm, AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { recordEntry } from '../record-entry';

/** An address to be kept. */
export interface NewAddress {
  readonly id: string;
  readonly kind: AddressKind;
  readonly target: string;
  readonly locale: Locale;
  readonly every: AddressRhythm;
  /** sealed; `null` for mails */
  readonly secret: string | null;
}

/** An address as it is read back. */
export interface StoredAddress extends NewAddress {
  readonly formerSecret: string | null;
  readonly formerUntil: Date | null;
  /** number of the last checkpoint that was handed on */
  readonly sent: number | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
}

/** How long a former secret goes on signing, in hours. */
const CHANGE_OVER_HOURS = 24;

const SELECT = `select id, kind, target, locale, every, secret, former_secret as "formerSecret", former_until as "formerUntil", sent, sent_at as "sentAt",
  created_at as "createdAt" from checkpoint_addresses where organization_id = $1`;

/** Where an organization wants its checkpoints sent. */
@Injectable()
export class CheckpointAddressRepository {
  /** All of them, the oldest first. */
  list(tx: TenantTransaction): Promise<StoredAddress[]> {
    return tx.query<StoredAddress>(`${SELECT} order by created_at, id`, [tx.organizationId]);
  }

  /** One of them. */
  async find(tx: TenantTransaction, id: string): Promise<StoredAddress | null> {
    const [found] = await tx.query<StoredAddress>(`${SELECT} and id = $2`, [tx.organizationId, id]);
    return found ?? null;
  }

  /** Keeps a new one. @returns `false` where the organization has named it before */
  async add(tx: TenantTransaction, { id, kind, target, locale, every, secret }: NewAddress, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into checkpoint_addresses (organization_id, id, kind, target, locale, every, secret, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [tx.organizationId, id, kind, target, locale, every, secret, tx.at],
    );
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /**
   * Gives it another secret; the one before goes on signing beside it for a day. Where it was changed within that
   * day already, the one the receiver knows goes on signing, and for no longer.
   * @throws {DomainError} not_found
   */
  async changeSecret(tx: TenantTransaction, id: string, secret: string, entry: AuditEntry): Promise<void> {
    const changed = await tx.query(
      `update checkpoint_addresses set secret = $3,
         former_secret = case when former_until > $5 then former_secret else secret end,
         former_until = case when former_until > $5 then former_until else $4 end
       where organization_id = $1 and id = $2 and kind = 'webhook' returning id`,
      [tx.organizationId, id, secret, tx.at.add({ hours: CHANGE_OVER_HOURS }), tx.at],
    );
    if (changed.length === 0) throw notFound();
    await recordEntry(tx, entry);
  }

  /** Removes it. @throws {DomainError} not_found */
  async remove(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const removed = await tx.query('delete from checkpoint_addresses where organization_id = $1 and id = $2 returning id', [tx.organizationId, id]);
    if (removed.length === 0) throw notFound();
    await recordEntry(tx, entry);
  }
}
