import type { Role } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';

/** Something of an organization that is somewhere. */
export interface DemoPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly postalAddress: string;
}

/** An organization of the demo data. */
export interface DemoOrganization {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'tenant' | 'workforce' | 'direct-users';
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly timeZone: string;
  readonly locale: Locale;
  /** domain of the work addresses, proved beforehand where `domainVerified` */
  readonly domain: string;
  readonly domainVerified: boolean;
  /** members without a sign-in, made up by number */
  readonly crowd: number;
  readonly legalEntities: readonly DemoPlace[];
  /** each under the legal entity of the same position */
  readonly sites: readonly DemoPlace[];
  /** sign-ins that are named as privacy contact and substitute; nobody in the organization where nobody answers */
  readonly contacts: readonly { readonly email: string; readonly languages: readonly string[] }[];
}

/** Somebody of the demo data who can sign in. */
export interface DemoSignIn {
  /** what kind of person this is, in words */
  readonly kind: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: Locale;
  /** organization by slug, with the roles held there */
  readonly memberships: readonly { readonly organization: string; readonly roles: readonly Role[] }[];
}

/** SmartPAR itself, a mid-size employer with two sites, and a small one where nobody answers. All of it is made up. */
export const DEMO_ORGANIZATIONS: readonly DemoOrganization[] = [
  {
    slug: 'smartpar',
    name: 'SmartPAR',
    kind: 'workforce',
    country: 'US',
    timeZone: 'America/New_York',
    locale: 'en',
    domain: 'staff.smartpar.example',
    domainVerified: true,
    crowd: 20,
    legalEntities: [],
    sites: [],
    contacts: [{ email: 'counsel@staff.smartpar.example', languages: ['en'] }],
  },
  {
    slug: 'smartpar-direct-users',
    name: 'SmartPAR direct users',
    kind: 'direct-users',
    country: 'US',
    timeZone: 'America/New_York',
    locale: 'en',
    domain: 'mail.example',
    domainVerified: false,
    crowd: 60,
    legalEntities: [],
    sites: [],
    contacts: [{ email: 'direct.privacy@staff.smartpar.example', languages: ['en'] }],
  },
  {
    slug: 'larkspur',
    name: 'Larkspur Instruments',
    kind: 'tenant',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    locale: 'de',
    domain: 'larkspur.example',
    domainVerified: true,
    crowd: 4990,
    legalEntities: [
      { name: 'Larkspur Instruments GmbH', country: 'DE', postalAddress: 'Lerchenweg 1\n34117 Kassel\nGermany' },
      { name: 'Larkspur Service B.V.', country: 'NL', postalAddress: 'Leeuwerikstraat 2\n3514 Utrecht\nNetherlands' },
    ],
    sites: [
      { name: 'Kassel works', country: 'DE', postalAddress: 'Lerchenweg 1\n34117 Kassel\nGermany' },
      { name: 'Utrecht service centre', country: 'NL', postalAddress: 'Leeuwerikstraat 2\n3514 Utrecht\nNetherlands' },
    ],
    contacts: [
      { email: 'privacy@larkspur.example', languages: ['en', 'de'] },
      { email: 'privacy.substitute@larkspur.example', languages: ['de', 'nl'] },
    ],
  },
  {
    slug: 'pebble-fern',
    name: 'Pebble & Fern Bakery',
    kind: 'tenant',
    country: 'GB',
    timeZone: 'Europe/London',
    locale: 'en',
    domain: 'pebble-fern.example',
    domainVerified: false,
    crowd: 9,
    legalEntities: [{ name: 'Pebble & Fern Ltd', country: 'GB', postalAddress: '3 Curlew Lane\nLeeds\nUnited Kingdom' }],
    sites: [{ name: 'Bakery', country: 'GB', postalAddress: '3 Curlew Lane\nLeeds\nUnited Kingdom' }],
    contacts: [],
  },
];

/** One sign-in per kind of person. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  person('Owner of an organization', 'Linden', 'Ashgrove', 'owner@larkspur.example', 'en', ['larkspur', 'owner']),
  person('Privacy officer', 'Hazel', 'Quietwater', 'privacy@larkspur.example', 'en', ['larkspur', 'privacy-officer']),
  person('Substitute of the privacy officer', 'Birke', 'Moorgreen', 'privacy.substitute@larkspur.example', 'de', ['larkspur', 'privacy-officer']),
  person('User administrator', 'Rowan', 'Copperleaf', 'people@larkspur.example', 'en', ['larkspur', 'user-administrator']),
  person('Helpdesk', 'Teal', 'Otterbach', 'helpdesk@larkspur.example', 'de', ['larkspur', 'helpdesk']),
  person('Auditor', 'Iris', 'Heronsgate', 'auditor@larkspur.example', 'en', ['larkspur', 'auditor']),
  person('Employee', 'Wren', 'Foxglade', 'employee@larkspur.example', 'en', ['larkspur']),
  {
    kind: 'Employee of two organizations', firstName: 'Quill', lastName: 'Sandpiper', email: 'both@larkspur.example', locale: 'en',
    memberships: [{ organization: 'larkspur', roles: [] }, { organization: 'pebble-fern', roles: [] }],
  },
  person('Somebody whose account an organization claims', 'Merle', 'Hawkshaw', 'merle@larkspur.example', 'en'),
  person('Somebody else whose account it claims', 'Lupin', 'Otterley', 'lupin@larkspur.example', 'en'),
  person('Owner who never answers', 'Fern', 'Pebbleshore', 'owner@pebble-fern.example', 'en', ['pebble-fern', 'owner']),
  person('Direct user of SmartPAR', 'Marigo', 'Summerhill-Test', 'direct@mail.example', 'en', ['smartpar-direct-users']),
  person('SmartPAR answers its direct users', 'Olea', 'Glasswing', 'direct.privacy@staff.smartpar.example', 'en', ['smartpar-direct-users', 'privacy-officer'], ['smartpar']),
  person('SmartPAR privacy counsel', 'Sorrel', 'Stonecrop', 'counsel@staff.smartpar.example', 'en', ['smartpar', 'privacy-counsel', 'privacy-officer'], ['smartpar-direct-users', 'owner']),
  person('SmartPAR support', 'Reed', 'Rainford', 'support@staff.smartpar.example', 'en', ['smartpar', 'support']),
  person('SmartPAR security', 'Garrick', 'Blackthorn', 'security@staff.smartpar.example', 'en', ['smartpar', 'security', 'auditor']),
  person('SmartPAR platform operator', 'Cedar', 'Windmere', 'operator@staff.smartpar.example', 'en', ['smartpar', 'platform-operator', 'owner']),
  person('Helpdesk on a contract', 'Sedge', 'Marlstone', 'contractor@larkspur.example', 'en', ['larkspur', 'helpdesk']),
  person('Helpdesk that acts for the organization', 'Tansy', 'Brackenridge', 'agent@larkspur.example', 'en', ['larkspur', 'helpdesk']),
  person('Shift lead, for one group of members', 'Alder', 'Nightingrove', 'lead@larkspur.example', 'en', ['larkspur']),
  person('Employee who cannot come in', 'Bryony', 'Thistledown', 'caller@larkspur.example', 'en', ['larkspur']),
  person('Another employee who cannot come in', 'Campion', 'Eastmarsh', 'second.caller@larkspur.example', 'en', ['larkspur']),
  person('Works council', 'Juniper', 'Brookhollow', 'council@larkspur.example', 'en', ['larkspur', 'works-council']),
];

function person(kind: string, firstName: string, lastName: string, email: string, locale: Locale, ...memberships: readonly (readonly [string, ...Role[]])[]): DemoSignIn {
  return { kind, firstName, lastName, email, locale, memberships: memberships.map(([organization, ...roles]) => ({ organization, roles })) };
}
