import { Injectable } from '@nestjs/common';
import { type AbilityName, roleChangedMeanwhile, roleHeld, roleNameTaken } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';

/** A custom role as it is kept. */
export interface KeptRole {
  readonly id: string;
  readonly name: string;
  readonly sentence: string | null;
  readonly abilities: readonly AbilityName[];
  readonly version: number;
  readonly changedAt: Date;
}

/** What of a role is composed. */
export type ComposedRole = Pick<KeptRole, 'name' | 'sentence' | 'abilities'>;

const COLUMNS = `id, name, sentence, abilities, version, changed_at as "changedAt"`;

/** Roles an organization composed, as they are kept; a retired one is there no more. */
@Injectable()
export class CustomRoleRepository {
  /** All of them, by name. */
  list(tx: TenantTransaction): Promise<KeptRole[]> {
    return tx.query<KeptRole>(`select ${COLUMNS} from custom_roles where organization_id = $1 and retired_at is null order by name_folded`, [
      tx.organizationId,
    ]);
  }

  /** One of them. */
  async find(tx: TenantTransaction, id: string): Promise<KeptRole | null> {
    const [role] = await tx.query<KeptRole>(`select ${COLUMNS} from custom_roles where organization_id = $1 and id = $2 and retired_at is null`, [
      tx.organizationId,
      id,
    ]);
    return role ?? null;
  }

  /** One of them, which nobody retires until the transaction ends: it can be given. */
  async lockToGive(tx: TenantTransaction, id: string): Promise<KeptRole | null> {
    const values = [tx.organizationId, id];
    const [, role] = await Promise.all([tx.query('select from custom_roles where organization_id = $1 and id = $2 for key share', values), this.find(tx, id)]);
    return role;
  }

  /** One of them, which nobody changes, retires or gives until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<KeptRole | null> {
    const values = [tx.organizationId, id];
    const [, role] = await Promise.all([tx.query('select from custom_roles where organization_id = $1 and id = $2 for update', values), this.find(tx, id)]);
    return role;
  }

  /** Keeps a new one. @throws {DomainError} `role.name_taken` */
  async add(tx: TenantTransaction, id: string, { name, sentence, abilities }: ComposedRole, entry: AuditEntry): Promise<void> {
    await tx
      .query('insert into custom_roles (organization_id, id, name, name_folded, sentence, abilities, changed_at) values ($1, $2, $3, $4, $5, $6, $7)', [
        tx.organizationId,
        id,
        name,
        folded(name),
        sentence,
        abilities,
        tx.at,
      ])
      .catch(sayTaken);
    await recordEntry(tx, entry);
  }

  /** Puts one in place of what was read. @throws {DomainError} `not_found`, `role.changed_meanwhile`, `role.name_taken` */
  async replace(tx: TenantTransaction, { id, version }: Pick<KeptRole, 'id' | 'version'>, role: ComposedRole, entry: AuditEntry): Promise<void> {
    const { name, sentence, abilities } = role;
    const changed = await tx
      .query(
        `update custom_roles set name = $4, name_folded = $5, sentence = $6, abilities = $7, changed_at = $8, version = version + 1
         where organization_id = $1 and id = $2 and version = $3 and retired_at is null returning id`,
        [tx.organizationId, id, version, name, folded(name), sentence, abilities, tx.at],
      )
      .catch(sayTaken);
    if (changed.length !== 1) throw (await this.find(tx, id)) === null ? notFound() : roleChangedMeanwhile();
    await recordEntry(tx, entry);
  }

  /** Retires one nobody holds. Lock it first. @throws {DomainError} `not_found`, `role.held` */
  async retire(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    const held = await tx.query('select from role_assignments where organization_id = $1 and custom_role_id = $2 limit 1', [tx.organizationId, id]);
    if (held.length > 0) throw roleHeld();
    const retired = await tx.query(
      'update custom_roles set retired_at = $3, version = version + 1 where organization_id = $1 and id = $2 and retired_at is null returning id',
      [tx.organizationId, id, tx.at],
    );
    if (retired.length !== 1) throw notFound();
    await recordEntry(tx, entry);
  }
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

function sayTaken(error: unknown): never {
  throw isUniqueViolation(error, 'custom_roles_name') ? roleNameTaken() : error;
}
