import { createHmac } from 'node:crypto';
import type { RolePasswords } from '../make-roles';
import { DATABASE, OWNER_ROLE } from './furnish';

/** How to reach a server this program started. */
export interface ServerAccess {
  /** address for the owner, who migrates */
  readonly ownerUrl: string;
  /** passwords for the roles that `migrate` makes */
  readonly passwords: RolePasswords & { readonly backup: string };
}

/**
 * The addresses and passwords of a server. They follow from the superuser's password, so that there is one secret to keep.
 * @param port on 127.0.0.1
 */
export function accessTo(port: number, superuserPassword: string): ServerAccess {
  return {
    ownerUrl: `postgres://${OWNER_ROLE}:${ownerPassword(superuserPassword)}@127.0.0.1:${port}/${DATABASE}`,
    passwords: { app: derived(superuserPassword, 'app'), backup: derived(superuserPassword, 'backup') },
  };
}

/** The owner's password. */
export const ownerPassword = (superuserPassword: string): string => derived(superuserPassword, 'owner');

const derived = (superuserPassword: string, purpose: string): string => createHmac('sha256', superuserPassword).update(purpose).digest('base64url');
