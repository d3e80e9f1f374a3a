import type { Role } from '@smartpar/access/model';

/** Knows how many active members hold a role. */
export abstract class RoleHolders {
  /** @returns by role; a role nobody holds may be left out */
  abstract countIn(organizationId: string): Promise<ReadonlyMap<Role, number>>;

  /** @returns how many active members hold each role, wherever they hold it; a custom role stands under its id */
  abstract countAnywhere(organizationId: string): Promise<ReadonlyMap<string, number>>;
}
