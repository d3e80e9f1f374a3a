import { newId } from '@smartpar/kernel';
import { newOrganization, organizationChange, organizationProfile } from './organization.contract';
import { domainClaim } from './organization-domain.contract';
import { privacyContactChange } from './privacy-contact.contract';
import { legalEntityInput, siteInput, siteReplacement } from './site.contract';

const contact = { name: 'Mara Lindt', email: 'mara@nordwerk.example', postalAddress: 'Hafenweg 1\n20457 Hamburg', languages: ['de', 'en'] };
const site = { name: 'Werk Nord', legalEntityId: newId(), country: 'DE', postalAddress: 'Hafenweg 1' };

describe('a change of the profile', () => {
  it.each([
    { version: 1 },
    { version: 3, name: 'Nordwerk GmbH', country: 'DE', subdivision: 'DE-HH', timeZone: 'Europe/Berlin', defaultLocale: 'de' },
    { version: 1, decideWithinHours: 1 },
    { version: 1, decideWithinHours: 72 },
    { version: 3, subdivision: null },
  ])('may be %j', (change) => expect(organizationChange.safeParse(change).success).toBe(true));

  it.each([
    {},
    { version: 0 },
    { version: '1' },
    { version: 1, slug: 'other' },
    { version: 1, kind: 'workforce' },
    { version: 1, name: '' },
    { version: 1, name: 'x'.repeat(121) },
    { version: 1, name: 'Nord\u0000werk' },
    { version: 1, name: null },
    { version: 1, country: 'XX' },
    { version: 1, timeZone: 'Mars/Olympus' },
    { version: 1, defaultLocale: 'fr' },
    { version: 1, decideWithinHours: 0 },
    { version: 1, decideWithinHours: 73 },
    { version: 1, decideWithinHours: 1.5 },
  ])('may not be %j', (change) => expect(organizationChange.safeParse(change).success).toBe(false));
});

describe('the profile that leaves', () => {
  it('holds nothing its contract does not name', () => {
    const profile = {
      id: newId(),
      name: 'Nordwerk',
      slug: 'nordwerk',
      kind: 'tenant',
      country: 'DE',
      subdivision: null,
      timeZone: 'Europe/Berlin',
      defaultLocale: 'de',
      decideWithinHours: 12,
      version: 1,
      createdAt: '2026-01-01T00:00:00Z',
    };
    expect(organizationProfile.parse({ ...profile, contactsVersion: 7 })).toEqual(profile);
  });
});

describe('a new organization', () => {
  const facts = { name: 'Nordwerk', slug: 'nordwerk', kind: 'tenant', country: 'DE', timeZone: 'Europe/Berlin', locale: 'de' };

  it('needs a name, a short name, a country, a time zone and a language', () => {
    expect(newOrganization.parse(facts)).toEqual({ ...facts, subdivision: null });
    for (const missing of Object.keys(facts)) expect(newOrganization.safeParse({ ...facts, [missing]: undefined }).success).toBe(false);
  });
});

describe('a change of the privacy contact', () => {
  it('takes either, both or none, and links no member unless told', () => {
    expect(privacyContactChange.parse({ version: 1, contact })).toEqual({ version: 1, contact: { ...contact, memberId: null } });
    expect(privacyContactChange.safeParse({ version: 1, contact: null, substitute: { ...contact, memberId: newId() } }).success).toBe(true);
  });

  it.each([
    { ...contact, languages: [] },
    { ...contact, languages: ['de', 'de'] },
    { ...contact, languages: ['German'] },
    { ...contact, email: 'mara' },
    { ...contact, postalAddress: '' },
    { ...contact, memberId: 'M-10422' },
    { ...contact, phone: '+49 40 1' },
  ])('refuses %j', (bad) => expect(privacyContactChange.safeParse({ version: 1, contact: bad }).success).toBe(false));
});

describe('a site', () => {
  it('has a contact of its own with name and address, or none', () => {
    expect(siteInput.parse(site)).toEqual({ ...site, subdivision: null, contactName: null, contactEmail: null, timeZone: null });
    expect(siteInput.safeParse({ ...site, contactName: 'Jo', contactEmail: 'jo@nordwerk.example' }).success).toBe(true);
    const half = siteReplacement.safeParse({ ...site, version: 1, contactName: 'Jo' });
    expect(half.error?.issues.map((issue) => issue.path)).toEqual([['contactEmail']]);
  });

  it.each([{ subdivision: 'US-CA' }, { country: undefined }, { legalEntityId: 'x' }, { timeZone: '+02:00' }, { name: '\u0007' }, { kind: 'plant' }])(
    'refuses %j',
    (bad) => expect(siteInput.safeParse({ ...site, ...bad }).success).toBe(false),
  );
});

describe('a legal entity', () => {
  it('needs name, country and postal address', () => {
    expect(legalEntityInput.parse({ name: 'Nordwerk GmbH', country: 'DE', postalAddress: 'Hafenweg 1' })).toMatchObject({ registrationNumber: null });
    expect(legalEntityInput.safeParse({ name: 'Nordwerk GmbH', country: 'Germany', postalAddress: 'Hafenweg 1' }).success).toBe(false);
  });
});

describe('a claim to a domain', () => {
  it.each([{}, { domain: '' }, { domain: 'x'.repeat(254) }, { domain: 'a.example', state: 'verified' }])('refuses %j', (claim) =>
    expect(domainClaim.safeParse(claim).success).toBe(false),
  );
});
