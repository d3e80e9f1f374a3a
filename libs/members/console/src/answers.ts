/** Sites to choose from, as far as choosing needs them; what `GET /organizations/:organizationId/sites` answers holds more. */
export interface SiteChoices {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}
