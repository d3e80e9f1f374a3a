import { SHIPPED_UNDERTAKING_VERSION } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { SHIPPED_HASHES } from './undertaking-text';

const SIGNED = `
  with own as (select version, hashes from undertaking_versions where organization_id = $1 order by version desc limit 1)
  select distinct s.member_id as id from undertaking_signatures s
  where s.organization_id = $1 and s.member_id = any($2::uuid[])
    and s.version = coalesce((select version from own), $3::integer)
    and s.text_hash = any(coalesce((select hashes from own), $4::text[]))`;

/** Which of some members have signed the undertaking in force: that version, in words that are in it. */
export async function signedAmong(tx: TenantTransaction, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(SIGNED, [tx.organizationId, memberIds, SHIPPED_UNDERTAKING_VERSION, SHIPPED_HASHES]);
  return new Set(rows.map(({ id }) => id));
}

/** Tells whether a member has signed the undertaking in force. Ask in the transaction that shows something. */
export const hasSigned = async (tx: TenantTransaction, memberId: string): Promise<boolean> => (await signedAmong(tx, [memberId])).has(memberId);
