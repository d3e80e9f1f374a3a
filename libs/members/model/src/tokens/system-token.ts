/**
 * What another system may do with a token: send usage data, or provision members as an organization's directory does: members and groups, one of
 * them, or only read both. A token is for one of these and for nothing else.
 */
export const TOKEN_SCOPES = ['usage', 'scim', 'scim-users', 'scim-groups', 'scim-read'] as const;

/** What another system may do with a token. */
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** How it stands with a token: it works; it works until the one in its place has taken over; its time is over; somebody ended it. */
export const TOKEN_STATES = ['live', 'replaced', 'expired', 'revoked'] as const;

/** How it stands with a token. */
export type TokenState = (typeof TOKEN_STATES)[number];

/** Most days a token works. */
export const MAX_TOKEN_DAYS = 366;

/** Most hours a token goes on working beside the one in its place. */
export const MAX_OVERLAP_HOURS = 720;

/** Most tokens of an organization that work at once. */
export const MAX_LIVE_TOKENS = 50;

/** What a state follows from. */
export interface TokenFacts {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
}

/**
 * How it stands with a token.
 * @param at now, in milliseconds
 */
export function tokenStateAt({ expiresAt, revokedAt, replacedBy }: TokenFacts, at: number): TokenState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt.getTime() <= at) return 'expired';
  return replacedBy === null ? 'live' : 'replaced';
}

/** Tells whether a token lets anybody in. */
export const tokenWorks = (state: TokenState): boolean => state === 'live' || state === 'replaced';
