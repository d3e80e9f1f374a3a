import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { attributeChangedMeanwhile, attributeNameTaken, foldText, type NewAttribute, type ProfileAttribute } from '@smartpar/members/model';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { instantColumn } from '../instant-text';

const COLUMNS = `a.id, a.name, a.kind, a.choices, a.category, a.by_person as "byPerson", ${instantColumn('a.retired_at')} as "retiredAt", a.version`;

/** What an organization keeps of its members beside what everybody has. */
@Injectable()
export class AttributeRepository {
  /** Those in use by name, then those used no more. */
  list(tx: TenantTransaction): Promise<ProfileAttribute[]> {
    const text = `select ${COLUMNS} from profile_attributes a where a.organization_id = $1 order by a.retired_at is not null, a.name_folded, a.id`;
    return tx.query<ProfileAttribute>(text, [tx.organizationId]);
  }

  /** One of them, which nobody else changes until the transaction ends. @throws {DomainError} `not_found` */
  async lock(tx: TenantTransaction, id: string): Promise<ProfileAttribute> {
    const text = `select ${COLUMNS} from profile_attributes a where a.organization_id = $1 and a.id = $2 for update`;
    const [found] = await tx.query<ProfileAttribute>(text, [tx.organizationId, id]);
    if (found === undefined) throw notFound();
    return found;
  }

  /** How many are in use. */
  async count(tx: TenantTransaction): Promise<number> {
    const text = 'select count(*)::int as count from profile_attributes where organization_id = $1 and retired_at is null';
    const [row] = await tx.query<{ count: number }>(text, [tx.organizationId]);
    return row?.count ?? 0;
  }

  /** Keeps a new one. @throws {DomainError} `profile_attribute.name_taken` */
  async add(tx: TenantTransaction, id: string, { name, kind, choices, category, byPerson }: NewAttribute, entry: AuditEntry): Promise<void> {
    const insert = `insert into profile_attributes (organization_id, id, name, name_folded, kind, choices, category, by_person, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
    await tx.query(insert, [tx.organizationId, id, name, foldText(name), kind, choices, category, byPerson, tx.at]).catch(sayTaken);
    await recordEntry(tx, entry);
  }

  /** Keeps one as it is to be from now on. @throws {DomainError} `profile_attribute.name_taken`, `profile_attribute.changed_meanwhile` */
  async change(tx: TenantTransaction, { id, version, name, choices, byPerson }: ProfileAttribute, entry: AuditEntry): Promise<void> {
    const update = `update profile_attributes set name = $4, name_folded = $5, choices = $6, by_person = $7, version = version + 1
      where organization_id = $1 and id = $2 and version = $3 and retired_at is null returning id`;
    const changed = await tx.query(update, [tx.organizationId, id, version, name, foldText(name), choices, byPerson]).catch(sayTaken);
    if (changed.length !== 1) throw attributeChangedMeanwhile();
    await recordEntry(tx, entry);
  }

  /** Uses one no more from now on. @throws {DomainError} `profile_attribute.changed_meanwhile` */
  async retire(tx: TenantTransaction, { id, version }: Pick<ProfileAttribute, 'id' | 'version'>, entry: AuditEntry): Promise<void> {
    const update = `update profile_attributes set retired_at = $4, version = version + 1
      where organization_id = $1 and id = $2 and version = $3 and retired_at is null returning id`;
    const changed = await tx.query(update, [tx.organizationId, id, version, tx.at]);
    if (changed.length !== 1) throw attributeChangedMeanwhile();
    await recordEntry(tx, entry);
  }
}

function sayTaken(error: unknown): never {
  throw isUniqueViolation(error, 'profile_attributes_name') ? attributeNameTaken() : error;
}
