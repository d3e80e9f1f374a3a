/** What is kept about a person and corrected by somebody else; its words are `requests.askMine.what.<code>`. */
export const CORRECTABLE = ['name', 'email', 'site', 'roles', 'address'] as const;

/** Something kept about a person that is not right. */
export interface Correction {
  readonly what: (typeof CORRECTABLE)[number];
  /** the organization that keeps it */
  readonly organizationId: string;
}

/**
 * Reads what is not right off the address of the page.
 * @returns `null` where the address asks for no correction, or for one of something unknown
 */
export function correctionOf(what: string | undefined, organizationId: string | undefined): Correction | null {
  const known = CORRECTABLE.find((code) => code === what);
  return known === undefined || organizationId === undefined ? null : { what: known, organizationId };
}
