import type { Role } from '@smartpar/access/model';

/** Knows how many active members hold a role. */
export abstract class RoleHolders {
  /** @returns how many active members hold each built-in role for everybody, or for the member's own site or a group of theirs; a role nobody holds may be left out */
  abstract countOver(organizationId: string, memberId: string): Promise<ReadonlyMap<Role, number>>;

  /** @returns how many active members hold each role, wherever they hold it; a custom role stands under its id */
  abstract countAnywhere(organizationId: string): Promise<ReadonlyMap<string, number>>;
}
