import { Injectable } from '@nestjs/common';
import type { ClaimedState } from '@smartpar/organizations/model';
import { asAccount, type AccountTransaction, type TenantTransaction } from '@smartpar/platform/database';

/** What the holder of an account is told of one claim. */
export interface ClaimNotice {
  readonly claimId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly domain: string;
  readonly state: ClaimedState;
  readonly toldAt: Date;
  readonly takesForceAt: Date;
}

const COLUMNS = `claim_id as "claimId", organization_id as "organizationId", organization_name as "organizationName", domain, state, told_at as "toldAt",
  takes_force_at as "takesForceAt"`;

/**
 * Each account's own list of claims, so that its holder sees them before they belong to whoever claims. It follows what happens in the organization, in
 * the same transaction; the log entry of that is the organization's, so nothing is recorded here a second time.
 */
@Injectable()
export class ClaimNoticesRepository {
  /** Of the transaction's account, newest first. */
  all(tx: AccountTransaction): Promise<ClaimNotice[]> {
    return tx.query<ClaimNotice>(`select ${COLUMNS} from claim_notices where account_id = $1 order by told_at desc, claim_id`, [tx.accountId]);
  }

  /** One of the transaction's account. */
  async find(tx: AccountTransaction, claimId: string): Promise<ClaimNotice | null> {
    const [row] = await tx.query<ClaimNotice>(`select ${COLUMNS} from claim_notices where account_id = $1 and claim_id = $2`, [tx.accountId, claimId]);
    return row ?? null;
  }

  /** Tells an account of a claim. */
  async add(
    tx: TenantTransaction,
    accountId: string,
    { claimId, organizationName, domain, takesForceAt }: Pick<ClaimNotice, 'claimId' | 'organizationName' | 'domain'> & { readonly takesForceAt: string },
  ): Promise<void> {
    await asAccount(tx, accountId, () =>
      tx.query(
        `insert into claim_notices (account_id, claim_id, organization_id, organization_name, domain, state, told_at, takes_force_at)
         values ($1, $2, $3, $4, $5, 'told', $6, $7)`,
        [accountId, claimId, tx.organizationId, organizationName, domain, tx.at, takesForceAt],
      ),
    );
  }

  /** Follows what became of the account. @param takesForceAt where that is later than before */
  async follow(tx: TenantTransaction, accountId: string, claimId: string, state: ClaimedState, takesForceAt: string | null = null): Promise<void> {
    await asAccount(tx, accountId, () =>
      tx.query('update claim_notices set state = $3, takes_force_at = greatest(takes_force_at, $4::timestamptz) where account_id = $1 and claim_id = $2', [
        accountId,
        claimId,
        state,
        takesForceAt,
      ]),
    );
  }

  /** The transaction's account has left a domain: what is told of it changes at once, and the organizations follow. @returns those that follow */
  async left(tx: AccountTransaction, domain: string): Promise<readonly string[]> {
    const rows = await tx.query<{ organizationId: string }>(
      `update claim_notices set state = 'moved' where account_id = $1 and domain = $2 and state in ('told', 'stays', 'objected') returning organization_id as "organizationId"`,
      [tx.accountId, domain],
    );
    return [...new Set(rows.map(({ organizationId }) => organizationId))];
  }
}
