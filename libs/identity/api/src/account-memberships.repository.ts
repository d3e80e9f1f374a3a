import { Injectable } from '@nestjs/common';
import type { Membership } from '@smartpar/identity/model';
import { asAccount, type AccountTransaction, type Transaction } from '@smartpar/platform/database';

/**
 * Each account's own index of where it is a member. It follows what the members of an organization say, in the same
 * transaction; the log entry of that change is theirs, so nothing is recorded here a second time.
 */
@Injectable()
export class AccountMembershipsRepository {
  /** Where the transaction's account is a member, by name. */
  all(tx: AccountTransaction): Promise<Membership[]> {
    return tx.query<Membership>(
      `select organization_id as "organizationId", member_id as "memberId", organization_name as "organizationName", kind, status
       from account_memberships where account_id = $1 order by organization_name, organization_id`,
      [tx.accountId],
    );
  }

  /** Writes down where an account is a member, or that something about it changed. */
  async keep(tx: Transaction, accountId: string, { organizationId, memberId, organizationName, kind, status }: Membership): Promise<void> {
    await asAccount(tx, accountId, () =>
      tx.query(
        `insert into account_memberships (account_id, organization_id, member_id, organization_name, kind, status) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id, organization_id) do update set member_id = excluded.member_id, organization_name = excluded.organization_name,
           kind = excluded.kind, status = excluded.status`,
        [accountId, organizationId, memberId, organizationName, kind, status],
      ),
    );
  }

  /** Removes a line: the account is no member there any more. */
  async remove(tx: Transaction, accountId: string, organizationId: string): Promise<void> {
    await asAccount(tx, accountId, () =>
      tx.query('delete from account_memberships where account_id = $1 and organization_id = $2', [accountId, organizationId]),
    );
  }
}
