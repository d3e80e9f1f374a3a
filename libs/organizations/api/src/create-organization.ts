import { Injectable } from '@nestjs/common';
import { DECIDE_WITHIN_HOURS, systemActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { isSubdivisionOf, newOrganization, type NewOrganization, slugTaken, subdivisionElsewhere } from '@smartpar/organizations/model';
import { Database, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { OrganizationRepository } from './organization.repository';

/** Makes an organization; an operator's act, since a customer signs a contract before it starts. */
@Injectable()
export class CreateOrganization {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationRepository,
  ) {}

  /**
   * @param facts what it starts with
   * @param id its identifier, where the caller made one beforehand
   * @returns its identifier
   * @throws {DomainError} `organization.slug_taken`
   * @throws ZodError when the facts do not keep to their contract
   */
  async run(facts: NewOrganization, id = newId()): Promise<string> {
    try {
      await this.database.tenant(systemActor(id, 'operate'), (tx) => this.within(tx, facts));
      return id;
    } catch (error) {
      throw isUniqueViolation(error, 'organization_figures_slug') ? slugTaken() : error;
    }
  }

  /** Makes the organization a transaction is already in. */
  async within(tx: TenantTransaction, facts: NewOrganization): Promise<void> {
    const { locale, ...read } = newOrganization.parse(facts);
    if (read.subdivision !== null && !isSubdivisionOf(read.country, read.subdivision)) throw subdivisionElsewhere();
    const { organizationId } = tx;
    await this.organizations.add(
      tx,
      { ...read, organizationId, defaultLocale: locale, decideWithinHours: DECIDE_WITHIN_HOURS, version: 1, contactsVersion: 1, createdAt: tx.at },
      created(organizationId, read.kind),
    );
  }
}

const created = (id: string, kind: string): AuditEntry => ({ action: 'organization.created', target: { noun: 'organization', id }, facts: { kind } });
