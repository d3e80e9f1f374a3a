import { type MemberActor, systemActor } from '@smartpar/access/model';
import { AddMembers, ChangeMemberStatus } from '@smartpar/members/api';
import { AddVerifiedDomain, CreateOrganization, KeepLegalEntities, KeepSites, NamePrivacyContact, OrganizationFactsQuery } from '@smartpar/organizations/api';
import { domainOf } from '@smartpar/platform/contract';
import { SeedRequests } from '@smartpar/requests/api';
import { demoRequests } from './requests';
import type { DemoSurroundings } from './surroundings';
import { demoPerson, demoStatus } from './names';
import { DEMO_SIGN_INS, type DemoOrganization } from './world';

/** Members are added in portions of this size. */
const PORTION = 1000;

/** Finds the organization by its short name, or makes it. @returns its identifier */
export async function keepOrganization(
  { get, database }: DemoSurroundings,
  { slug, name, kind, country, timeZone, locale }: DemoOrganization,
): Promise<string> {
  const [known] = await database.global((tx) => tx.query<{ id: string }>('select organization_id as id from organization_figures where slug = $1', [slug]));
  return known?.id ?? (await get(CreateOrganization).run({ slug, name, kind, country, timeZone, locale }));
}

/** Proves the organization's domain, without a name server. */
export async function keepDomain({ get, database }: DemoSurroundings, organizationId: string, { domain, domainVerified }: DemoOrganization): Promise<void> {
  if (!domainVerified) return;
  const [proved] = await database.global((tx) => tx.query<{ id: string | null }>('select organization_of_domain($1) as id', [domainOf(`x@${domain}`)]));
  if (!proved?.id) await get(AddVerifiedDomain).run(organizationId, domain);
}

/** Sets up legal entities and sites, as an owner would. @returns the sites' identifiers */
export async function keepPlaces({ get }: DemoSurroundings, owner: MemberActor, organization: DemoOrganization): Promise<readonly string[]> {
  const known = await get(KeepSites).list(owner);
  if (known.length >= organization.sites.length) return known.map(({ id }) => id);
  const entities = await Promise.all(
    organization.legalEntities.map((entity, n) =>
      get(KeepLegalEntities).add(owner, { ...entity, registrationNumber: null }, keyOf(organization.slug, 'entity', n)),
    ),
  );
  const sites = await Promise.all(
    organization.sites.map((site, n) =>
      get(KeepSites).add(
        owner,
        { ...site, legalEntityId: entities[n]?.id ?? '', subdivision: null, contactName: null, contactEmail: null, timeZone: null },
        keyOf(organization.slug, 'site', n),
      ),
    ),
  );
  return sites.map(({ id }) => id);
}

/** Names who answers privacy questions, where the demo has somebody. */
export async function keepContacts(
  { get }: DemoSurroundings,
  owner: MemberActor,
  organization: DemoOrganization,
  memberIds: ReadonlyMap<string, string>,
): Promise<void> {
  const facts = await get(OrganizationFactsQuery).find(owner.organizationId);
  if (facts === null || facts.contact !== null || organization.contacts.length === 0) return;
  const [contact, substitute] = organization.contacts.map(({ email, languages }) => {
    const person = DEMO_SIGN_INS.find((signIn) => signIn.email === email);
    const name = person ? `${person.firstName} ${person.lastName}` : email;
    return {
      memberId: memberIds.get(email) ?? null,
      name,
      email,
      postalAddress: organization.sites[0]?.postalAddress ?? `${organization.name}\n1 Example Way`,
      languages: [...languages],
    };
  });
  await get(NamePrivacyContact).run(
    owner,
    { version: facts.contactsVersion, contact: contact ?? null, substitute: substitute ?? null },
    keyOf(organization.slug, 'contacts', 0),
  );
}

/** Adds the many members who have no sign-in. */
export async function keepCrowd(
  { get, database }: DemoSurroundings,
  organizationId: string,
  { domain, crowd, locale }: DemoOrganization,
  siteIds: readonly string[],
): Promise<void> {
  const [counted] = await database.readTenant<{ count: number }>(organizationId, {
    text: 'select count(*) from members where organization_id = $1',
    values: [organizationId],
  });
  for (let from = counted?.count ?? 0; from < crowd; from += PORTION) {
    const people = Array.from({ length: Math.min(PORTION, crowd - from) }, (_, n) => ({
      ...demoPerson(from + n, domain),
      siteId: siteIds[(from + n) % siteIds.length] ?? null,
      locale,
      status: demoStatus(from + n) === 'invited' ? ('invited' as const) : ('active' as const),
    }));
    const added = await get(AddMembers).run(organizationId, people);
    const keptOut = added.filter((_, n) => demoStatus(from + n) === 'suspended');
    for (const { memberId } of keptOut) await get(ChangeMemberStatus).run(systemActor(organizationId, 'operate'), memberId, 'suspended');
  }
}

/** Fills requests in where there are none yet. */
export async function keepRequests(
  { get, database }: DemoSurroundings,
  by: MemberActor,
  { slug }: DemoOrganization,
  memberIds: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await database.readTenant(by.organizationId, {
    text: 'select from privacy_requests where organization_id = $1 limit 1',
    values: [by.organizationId],
  });
  if (known.length === 0) await get(SeedRequests).run(by, demoRequests(slug, memberIds));
}

/** The same key at every try, so that a load that was cut short makes nothing twice. */
const keyOf = (slug: string, what: string, n: number): string => `demo-data/${slug}/${what}/${n}`;
