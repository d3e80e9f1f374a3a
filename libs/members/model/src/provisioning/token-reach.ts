/** How far a token of a directory reaches. */
export interface TokenReach {
  readonly reaches: readonly string[];
  readonly readOnly: boolean;
}

const REACHES: Readonly<Record<string, TokenReach>> = {
  scim: { reaches: ['users', 'groups'], readOnly: false },
  'scim-users': { reaches: ['users'], readOnly: false },
  'scim-groups': { reaches: ['groups'], readOnly: false },
  'scim-read': { reaches: ['users', 'groups'], readOnly: true },
};

/**
 * How far a token reaches by its scope.
 * @returns `null` for a scope that is none of a directory's
 */
export const reachOf = (scope: string): TokenReach | null => (Object.hasOwn(REACHES, scope) ? (REACHES[scope] ?? null) : null);
