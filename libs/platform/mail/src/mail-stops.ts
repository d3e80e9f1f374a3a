import type { TenantTransaction } from '@smartpar/platform/database';

/**
 * Sends nothing of this organization to some addresses any more, and takes back what waits there. Only hashes of the addresses are kept.
 * @param subjectId whom the addresses are of, so that this can be taken back
 */
export async function stopMails(tx: TenantTransaction, subjectId: string, addresses: readonly string[]): Promise<void> {
  await tx.query(
    `insert into mail_stops (organization_id, subject_id, address_hash)
     select distinct $1::uuid, $2::uuid, mail_address_hash(a) from unnest($3::text[]) a on conflict do nothing`,
    [tx.organizationId, subjectId, addresses],
  );
  await tx.query(
    `delete from mail_outbox where organization_id = $1 and state = 'queued' and mail_address_hash(to_address) in (
       select s.address_hash from mail_stops s where s.organization_id = $1 and s.subject_id = $2)`,
    [tx.organizationId, subjectId],
  );
}

/** Lets mails of this organization go there again. */
export async function resumeMails(tx: TenantTransaction, subjectId: string): Promise<void> {
  await tx.query('delete from mail_stops where organization_id = $1 and subject_id = $2', [tx.organizationId, subjectId]);
}

/**
 * Forgets what this organization sent to somebody: an address has no further use once nobody is known by it. What still waits for the address is for
 * whoever has it by now.
 * @param subjectId whom the mails may be about
 */
export async function forgetMailsTo(tx: TenantTransaction, subjectId: string, addresses: readonly string[]): Promise<void> {
  const { organizationId } = tx;
  await tx.query(`delete from mail_outbox where subject_id = $2 and organization_id = $1 and state <> 'sending'`, [organizationId, subjectId]);
  await tx.query(
    `delete from mail_outbox where organization_id = $1 and state not in ('queued', 'sending') and mail_address_hash(to_address) in (
       select mail_address_hash(a) from unnest($2::text[]) a)`,
    [organizationId, addresses],
  );
}
