import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { foldGivenName, foldName, foldText, foldUserName, type MemberStatus, notUnique, resourceNotFound } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { together } from '../together';
import { SEEN, USER_NAME_FOLDED } from './user-columns';
import type { UserFields } from './user-fields';

/** Somebody new. */
export interface NewUser {
  readonly id: string;
  readonly number: number;
  readonly status: Extract<MemberStatus, 'active' | 'suspended'>;
  readonly fields: UserFields;
}

/** What a directory names a member by, and says of them in its own words. */
export type DirectoryFields = Omit<UserFields, 'values'>;

/** Members as a directory keeps them. */
@Injectable()
export class UserRepository {
  /** Keeps somebody new. @throws {DomainError} `scim.uniqueness` */
  async add(tx: TenantTransaction, { id, number, status, fields }: NewUser, entry: AuditEntry): Promise<void> {
    const { values, userName, externalId, guest, workerType, directoryValues } = fields;
    const { firstName, lastName, employeeNumber, email } = values;
    await together([
      tx
        .query(ADD, [
          ...[tx.organizationId, id, number, status, tx.at, email, email === null ? null : foldAddress(email), firstName, lastName],
          ...[foldName(firstName ?? '', lastName), foldGivenName(firstName ?? '', lastName), values.phone, values.locale, workerType],
          ...[values.displayName, values.timeZone, values.department, employeeNumber, employeeNumber === null ? null : foldText(employeeNumber)],
          ...[values.managerId, values.privateEmail, values.privatePhone, externalId, userName, foldUserName(userName), guest, directoryValues],
        ])
        .catch(sayTaken),
      recordEntry(tx, entry),
    ]);
  }

  /**
   * Whether somebody else the directory sees goes by this name: one it gave, or an address.
   * @param except the member who is to have it
   */
  async isTaken(tx: TenantTransaction, userName: string, except: string | null): Promise<boolean> {
    const text = `select m.id from members m where m.organization_id = $1 and ${SEEN} and ${USER_NAME_FOLDED} = $2 and m.id is distinct from $3::uuid limit 1`;
    return (await tx.query(text, [tx.organizationId, foldUserName(userName), except])).length > 0;
  }

  /** Keeps what the directory names a member by, and its own words. The version is raised by whoever keeps their profile, or here. @throws {DomainError} `scim.uniqueness` */
  async name(tx: TenantTransaction, memberId: string, fields: DirectoryFields & { readonly raise: boolean }, entry: AuditEntry): Promise<void> {
    const { userName, externalId, guest, workerType, directoryValues, raise } = fields;
    await together([
      tx
        .query(NAME, [tx.organizationId, memberId, userName, foldUserName(userName), externalId, guest, workerType, directoryValues, raise ? 1 : 0])
        .catch(sayTaken),
      recordEntry(tx, entry),
    ]);
  }

  /**
   * Hides a member from the directory, who suspended them before: nothing is erased, and their name and address are free for somebody new.
   * @throws {DomainError} `not_found` where the directory took them away already
   */
  async hide(tx: TenantTransaction, memberId: string, entry: AuditEntry): Promise<void> {
    const hidden = await tx.query(HIDE, [tx.organizationId, memberId, tx.at]);
    if (hidden.length !== 1) throw resourceNotFound();
    await recordEntry(tx, entry);
  }
}

const ADD = `
  insert into members (
    organization_id, id, number, status, created_at, email, email_folded, first_name, last_name,
    name_folded, given_folded, phone, locale, worker_type,
    display_name, time_zone, department, employee_number, employee_number_folded,
    manager_id, private_email, private_phone, external_id, user_name, user_name_folded, guest, directory_values, origin)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, 'directory')`;

const NAME = `
  update members set user_name = $3, user_name_folded = $4, external_id = $5, guest = $6, worker_type = $7, directory_values = $8, version = version + $9
  where organization_id = $1 and id = $2`;

const HIDE = `
  update members set hidden_at = $3, user_name = null, user_name_folded = null, external_id = null, version = version + 1
  where organization_id = $1 and id = $2 and hidden_at is null returning id`;

/** Says which of the values somebody else has. */
export function sayTaken(error: unknown): never {
  if (isUniqueViolation(error, 'members_user_name')) throw notUnique('userName is taken by another user.');
  if (isUniqueViolation(error, 'members_address')) throw notUnique('emails: Another user has this address for work.');
  throw error;
}
