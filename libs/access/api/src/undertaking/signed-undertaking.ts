import { SHIPPED_UNDERTAKING_VERSION } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { SHIPPED_HASHES } from './undertaking-text';

const SIGNED = `
  with own as (select version, hashes from undertaking_versions where organization_id = $1 order by version desc limit 1)
  select exists (
    select from undertaking_signatures s
    where s.organization_id = $1 and s.member_id = $2
      and s.version = coalesce((select version from own), $3::integer)
      and s.text_hash = any(coalesce((select hashes from own), $4::text[]))) as signed`;

/** Tells whether a member has signed the undertaking in force: that version, in words that are in it. Ask in the transaction that shows something. */
export async function hasSigned(tx: TenantTransaction, memberId: string): Promise<boolean> {
  const [row] = await tx.query<{ signed: boolean }>(SIGNED, [tx.organizationId, memberId, SHIPPED_UNDERTAKING_VERSION, SHIPPED_HASHES]);
  return row?.signed === true;
}
