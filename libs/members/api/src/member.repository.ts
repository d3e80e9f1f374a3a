import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { MemberStatus } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';

/** Members as they are kept. */
@Injectable()
export class MemberRepository {
  /** One member, whatever state they are in. */
  find(tx: TenantTransaction, memberId: string): Promise<MemberEntity | null> {
    return tx.manager.findOneBy(MemberEntity, { organizationId: tx.organizationId, id: memberId });
  }

  /** The member who has a work address now; former members are not found by theirs. */
  async findByAddress(tx: TenantTransaction, addressFolded: string): Promise<MemberEntity | null> {
    const [found] = await tx.query<{ id: string }>(
      `select id from members where organization_id = $1 and email_folded = $2 and status in ('invited', 'active', 'suspended')`,
      [tx.organizationId, addressFolded],
    );
    return found === undefined ? null : this.find(tx, found.id);
  }

  /** Keeps new members, however many, in one statement. */
  async add(tx: TenantTransaction, members: readonly MemberEntity[], entry: AuditEntry): Promise<void> {
    const column = <K extends keyof MemberEntity>(key: K): MemberEntity[K][] => members.map((member) => member[key]);
    await tx.query(
      `insert into members (organization_id, id, number, account_id, status, email, email_folded, first_name, last_name, name_folded, phone, site_id, locale, created_at)
       select $1, n.*, $14 from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::text[]) as n`,
      [
        tx.organizationId,
        column('id'),
        column('number'),
        column('accountId'),
        column('status'),
        column('email'),
        column('emailFolded'),
        column('firstName'),
        column('lastName'),
        column('nameFolded'),
        column('phone'),
        column('siteId'),
        column('locale'),
        tx.at,
      ],
    );
    await recordEntry(tx, entry);
  }

  /**
   * Moves a member from one state to another.
   * @returns whether they were in the first one
   */
  async changeStatus(tx: TenantTransaction, change: { memberId: string; from: MemberStatus; to: MemberStatus }, entry: AuditEntry): Promise<boolean> {
    const { affected } = await tx.manager.update(
      MemberEntity,
      { organizationId: tx.organizationId, id: change.memberId, status: change.from },
      { status: change.to },
    );
    if (affected !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /**
   * Ties a member to the account they sign in with.
   * @returns whether the member is there
   */
  async linkAccount(tx: TenantTransaction, memberId: string, accountId: string, entry: AuditEntry): Promise<boolean> {
    const { affected } = await tx.manager.update(MemberEntity, { organizationId: tx.organizationId, id: memberId }, { accountId });
    if (affected !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /**
   * Gives a member a role.
   * @returns whether they did not hold it before
   */
  async grantRole(tx: TenantTransaction, memberId: string, role: Role, entry: AuditEntry): Promise<boolean> {
    const granted = await tx.query(
      `insert into member_roles (organization_id, member_id, role, granted_at) values ($1, $2, $3, $4) on conflict do nothing returning role`,
      [tx.organizationId, memberId, role, tx.at],
    );
    if (granted.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /**
   * Takes a role from a member.
   * @returns whether they held it
   */
  async revokeRole(tx: TenantTransaction, memberId: string, role: Role, entry: AuditEntry): Promise<boolean> {
    const { affected } = await tx.manager.delete(MemberRoleEntity, { organizationId: tx.organizationId, memberId, role });
    if (affected !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /**
   * The members who own the organization and are active, with nobody else changing that until the transaction ends.
   * The lock is asked for first, so that the list is read after whoever held it has finished.
   */
  async lockActiveOwners(tx: TenantTransaction): Promise<readonly string[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`members.owners:${tx.organizationId}`]);
    const rows = await tx.query<{ id: string }>(
      `select m.id from members m join member_roles r on r.organization_id = m.organization_id and r.member_id = m.id
       where m.organization_id = $1 and r.role = 'owner' and m.status = 'active'`,
      [tx.organizationId],
    );
    return rows.map(({ id }) => id);
  }
}
