/** What an organization is to the product. */
export const ORGANIZATION_KINDS = ['tenant', 'workforce', 'direct-users'] as const;

/** What an organization is to the product: a customer, SmartPAR's own people, or those who came without one. */
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Most characters an organization's name may have. */
export const MAX_NAME = 120;

/** Tells whether a text may be an organization's short name in addresses and commands: `nordwerk`, `acme-uk`. */
export const isSlug = (text: string): boolean => /^(?=.{2,48}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
