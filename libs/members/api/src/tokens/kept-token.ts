/** A token as it is kept. */
export interface KeptToken {
  readonly hash: Buffer;
  readonly scope: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
  /** `2026-03-02` */
  readonly lastUsedOn: string | null;
}

/** Reads one of an organization's tokens, by the organization and its id. */
export const READ_TOKEN = `
  select hash, scope, expires_at as "expiresAt", revoked_at as "revokedAt", replaced_by as "replacedBy", last_used_on as "lastUsedOn"
  from system_tokens where organization_id = $1 and id = $2`;
