/** A named ability, `<noun>.<action>`: `privacy-request.answer`. */
export type AbilityName = `${string}.${string}`;

/** Where a role is held: in the whole organization, at one site, or for one group of members. */
export type RoleScope = { readonly kind: 'all' } | { readonly kind: 'site' | 'group'; readonly id: string };

/** A role somebody holds beside the built-in ones they hold for the whole organization. */
export interface HeldRole {
  /** a built-in role, or the id of a custom one */
  readonly role: string;
  /** what a custom role permits; `null` for a built-in one, of which the access files speak themselves */
  readonly abilities: readonly AbilityName[] | null;
  readonly scope: RoleScope;
}
