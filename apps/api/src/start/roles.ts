import { APP_ROLE, BACKUP_ROLE, roleUrl } from '@smartpar/platform/database';
import type { KeyRing } from '@smartpar/platform/http';

/** Passwords of the roles, and where the serving role connects. */
export interface RoleAccess {
  readonly passwords: { readonly app: string; readonly backup: string };
  readonly appUrl: string;
}

/**
 * How the serving role connects to a database of the operator's own.
 * @param ownerUrl connection of the owner, who makes the serving role and sets its password
 * @param appUrl connection of the serving role, where the operator names one
 * @param keys without such a name, the password follows from these, so there is no further secret to keep
 */
export function roleAccess(ownerUrl: string, appUrl: string | undefined, keys: KeyRing): RoleAccess {
  const passwords = { app: passwordIn(appUrl) ?? derived(keys, APP_ROLE), backup: derived(keys, BACKUP_ROLE) };
  return { passwords, appUrl: appUrl ?? roleUrl(ownerUrl, APP_ROLE, passwords.app) };
}

const derived = (keys: KeyRing, role: string): string => keys.sign('database-password', role).toString('base64url');

function passwordIn(url: string | undefined): string | undefined {
  const password = url === undefined ? '' : new URL(url).password;
  return password === '' ? undefined : decodeURIComponent(password);
}
