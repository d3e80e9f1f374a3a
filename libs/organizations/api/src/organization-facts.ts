import { Injectable } from '@nestjs/common';
import { Temporal } from '@smartpar/kernel';
import type { ContactPerson, ContactPosition, OrganizationKind, PrivacyContact } from '@smartpar/organizations/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type Statement, type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** All there is to know about an organization as a whole, its contacts included. */
export interface OrganizationFacts extends PrivacyContact {
  readonly organizationId: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: OrganizationKind;
  readonly country: string;
  readonly subdivision: string | null;
  readonly timeZone: string;
  readonly defaultLocale: Locale;
  readonly decideWithinHours: number;
  readonly version: number;
  readonly contactsVersion: number;
  readonly createdAt: Temporal.Instant;
}

interface FactsRow extends Omit<OrganizationFacts, 'createdAt' | 'contact' | 'substitute'> {
  readonly createdAt: Date;
  readonly contacts: readonly (ContactPerson & { readonly position: ContactPosition })[];
}

const FACTS = `
  select o.organization_id as "organizationId", o.name, o.slug, o.kind, o.country, o.subdivision, o.time_zone as "timeZone",
         o.default_locale as "defaultLocale", o.decide_within_hours as "decideWithinHours", o.version, o.contacts_version as "contactsVersion", o.created_at as "createdAt",
         coalesce((select json_agg(json_build_object('position', c.position, 'memberId', c.member_id, 'name', c.name, 'email', c.email,
                                                     'postalAddress', c.postal_address, 'languages', c.languages))
                   from privacy_contacts c where c.organization_id = o.organization_id), '[]') as contacts
  from organizations o where o.organization_id = $1`;

const factsOf = (organizationId: string): Statement => ({ text: FACTS, values: [organizationId] });

/** Reads what is to know about one organization. */
@Injectable()
export class OrganizationFactsQuery {
  constructor(private readonly database: Database) {}

  /** Reads on its own, in one round trip. */
  async find(organizationId: string): Promise<OrganizationFacts | null> {
    return read(await this.database.readTenant<FactsRow>(organizationId, factsOf(organizationId)));
  }

  /**
   * Reads the transaction's own organization, in one statement.
   * @throws Error where there is none
   */
  async within(tx: TenantTransaction): Promise<OrganizationFacts> {
    const { text, values } = factsOf(tx.organizationId);
    const facts = read(await tx.query<FactsRow>(text, values));
    if (facts === null) throw new Error('The transaction is in an organization that does not exist.');
    return facts;
  }

  /** Who answers privacy questions in the transaction's organization; `null` where nobody is named, or there is none. */
  async contactWithin(tx: TenantTransaction): Promise<Pick<ContactPerson, 'name' | 'email'> | null> {
    const [row] = await tx.query<Pick<ContactPerson, 'name' | 'email'>>(
      `select name, email from privacy_contacts where organization_id = $1 and position = 'contact'`,
      [tx.organizationId],
    );
    return row ?? null;
  }

  /** How the transaction's organization is called, in one statement of its own connection; `null` where there is none. */
  async nameWithin(tx: TenantTransaction): Promise<string | null> {
    const [row] = await tx.query<{ name: string }>('select o.name from organizations o where o.organization_id = $1', [tx.organizationId]);
    return row?.name ?? null;
  }
}

function read([row]: readonly FactsRow[]): OrganizationFacts | null {
  if (row === undefined) return null;
  const { contacts, createdAt, ...facts } = row;
  return { ...facts, createdAt: toInstant(createdAt), contact: personAt(contacts, 'contact'), substitute: personAt(contacts, 'substitute') };
}

function personAt(contacts: FactsRow['contacts'], position: ContactPosition): ContactPerson | null {
  const found = contacts.find((row) => row.position === position);
  if (found === undefined) return null;
  const { position: _position, ...person } = found;
  return person;
}
