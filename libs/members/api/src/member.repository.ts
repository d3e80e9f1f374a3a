import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import { addressTaken, memberChangedMeanwhile, type MemberStatus, unknownSite } from '@smartpar/members/model';
import { isForeignKeyViolation, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';
import { together } from './together';

/** What an invited member starts with. */
export interface Start {
  readonly roles: readonly Role[];
  readonly invitation: { readonly id: string; readonly expiresAt: Temporal.Instant };
}

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
      `select id from members where organization_id = $1 and email_folded = $2 and status in ('invited', 'active', 'suspended') and hidden_at is null`,
      [tx.organizationId, addressFolded],
    );
    return found === undefined ? null : this.find(tx, found.id);
  }

  /** Keeps new members, however many, in one statement. */
  async add(tx: TenantTransaction, members: readonly MemberEntity[], entry: AuditEntry): Promise<void> {
    const column = <K extends keyof MemberEntity>(key: K): MemberEntity[K][] => members.map((member) => member[key]);
    await tx.query(
      `insert into members (organization_id, id, number, account_id, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
       select $1, n.*, $15 from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[], $14::text[]) as n`,
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
        column('givenFolded'),
        column('phone'),
        column('siteId'),
        column('locale'),
        tx.at,
      ],
    );
    await recordEntry(tx, entry);
  }

  /**
   * Keeps a new member with the roles they start with and the invitation that goes to them.
   * @throws {DomainError} `member.address_taken`, `member.unknown_site`
   */
  async invite(tx: TenantTransaction, member: MemberEntity, { roles, invitation }: Start, entry: AuditEntry): Promise<void> {
    const { organizationId, at } = tx;
    await together([
      this.add(tx, [member], entry).catch(sayTaken).catch(sayUnknownSite),
      tx.query(GRANT_ROLES, [organizationId, member.id, roles, at, giverOf(tx)]),
      tx.query(INVITE, [organizationId, member.id, invitation.id, at, invitation.expiresAt]),
    ]);
  }

  /**
   * Moves a member from one state to another.
   * @returns whether they were in the first one
   * @throws {DomainError} `member.address_taken` where their address has become somebody else's meanwhile
   */
  async changeStatus(tx: TenantTransaction, change: { memberId: string; from: MemberStatus; to: MemberStatus }, entry: AuditEntry): Promise<boolean> {
    const { memberId, from, to } = change;
    const [changed] = await together([tx.query(CHANGE_STATUS, [tx.organizationId, memberId, from, to]).catch(sayTaken), recordEntry(tx, entry)]);
    return changed.length === 1;
  }

  /**
   * Lets go of somebody who was invited and has not joined.
   * @returns whether they were
   */
  async letGo(tx: TenantTransaction, memberId: string, entry: AuditEntry): Promise<boolean> {
    const [changed] = await together([
      tx.query(CHANGE_STATUS, [tx.organizationId, memberId, 'invited', 'deactivated']),
      tx.query(WITHDRAW, [tx.organizationId, memberId, tx.at]),
      recordEntry(tx, entry),
    ]);
    return changed.length === 1;
  }

  /**
   * Gives a member another site, or none.
   * @throws {DomainError} `member.changed_meanwhile`, `member.unknown_site`
   */
  async place(tx: TenantTransaction, { memberId, version }: { memberId: string; version: number }, siteId: string | null, entry: AuditEntry): Promise<void> {
    const placed = tx.query(PLACE, [tx.organizationId, memberId, version, siteId]).catch(sayUnknownSite);
    const [changed] = await together([placed, recordEntry(tx, entry)]);
    if (changed.length !== 1) throw memberChangedMeanwhile();
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
      `insert into member_roles (organization_id, member_id, role, granted_at, granted_by_member_id) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning role`,
      [tx.organizationId, memberId, role, tx.at, giverOf(tx)],
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
   * The members who own the organization and may act for as long as nobody changes that, with nobody else changing it until the transaction ends:
   * active, kept from nothing by a report, and without an end of their contract.
   * The lock is asked for first, so that the list is read after whoever held it has finished.
   */
  async lockActiveOwners(tx: TenantTransaction): Promise<readonly string[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`members.owners:${tx.organizationId}`]);
    const rows = await tx.query<{ id: string }>(
      `select m.id from members m join member_roles r on r.organization_id = m.organization_id and r.member_id = m.id
       where m.organization_id = $1 and r.role = 'owner' and m.status = 'active' and m.worker_until is null
         and not exists (select from violations v where v.organization_id = $1 and v.member_id = m.id and (v.state = 'confirmed' or v.state = 'running' and v.lapses_at > $2))`,
      [tx.organizationId, tx.at],
    );
    return rows.map(({ id }) => id);
  }
}

const GRANT_ROLES = `
  insert into member_roles (organization_id, member_id, role, granted_at, granted_by_member_id) select $1, $2, r, $4, $5 from unnest($3::text[]) r`;

const giverOf = ({ actor }: TenantTransaction): string | null => (actor.kind === 'member' ? actor.memberId : null);

const INVITE = 'insert into member_invitations (organization_id, member_id, id, sent_at, expires_at) values ($1, $2, $3, $4, $5)';

const WITHDRAW = 'update member_invitations set withdrawn_at = $3 where organization_id = $1 and member_id = $2 and accepted_at is null';

/** Whoever is let in again stands beside everybody else again, whatever the directory did with them. */
const CHANGE_STATUS = `
  update members set status = $4, version = version + 1, hidden_at = case when $4 in ('active', 'invited') then null else hidden_at end
  where organization_id = $1 and id = $2 and status = $3 returning id`;

const PLACE = 'update members set site_id = $4, version = version + 1 where organization_id = $1 and id = $2 and version = $3 returning id';

function sayTaken(error: unknown): never {
  throw isUniqueViolation(error, 'members_address') ? addressTaken() : error;
}

function sayUnknownSite(error: unknown): never {
  throw isForeignKeyViolation(error, 'members_site') ? unknownSite() : error;
}
