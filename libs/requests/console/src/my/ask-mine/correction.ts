/** What is kept about a person and corrected by somebody else; its words are `requests.askMine.what.<code>`. */
export const CORRECTABLE = [
  ...(['name', 'email', 'site', 'roles', 'address', 'phone', 'displayName', 'country'] as const),
  ...(['department', 'managerId', 'employeeNumber', 'worker', 'groups', 'attribute'] as const),
] as const;

/** Something kept about a person that is not right. */
export interface Correction {
  readonly what: (typeof CORRECTABLE)[number];
  /** the organization that keeps it */
  readonly organizationId: string;
  /** what the organization calls it, where it made it up itself */
  readonly named?: string;
}

/** Most characters of such a name that are taken off an address. */
const MAX_NAME = 80;

/**
 * Reads what is not right off the address of the page.
 * @returns `null` where the address asks for no correction, or for one of something unknown
 */
export function correctionOf(what: string | undefined, organizationId: string | undefined, named?: string): Correction | null {
  const known = CORRECTABLE.find((code) => code === what);
  if (known === undefined || organizationId === undefined) return null;
  return known === 'attribute' ? { what: known, organizationId, named: named?.slice(0, MAX_NAME) ?? '' } : { what: known, organizationId };
}
