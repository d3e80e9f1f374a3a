import type { RoleScope } from '@smartpar/access/model';

/** One line of `GET /api/organizations/:organizationId/role-assignments`, as far as these pages show it. */
export interface HeldLine {
  /** `null` for a built-in role of the whole organization */
  readonly id: string | null;
  readonly member: {
    readonly id: string;
    readonly number: number;
    readonly status: string;
    readonly profile: { readonly firstName?: string | null; readonly lastName?: string | null };
  };
  readonly role: string;
  readonly roleName: string | null;
  readonly scope: { readonly kind: RoleScope['kind']; readonly id: string | null; readonly name: string | null };
  readonly since: string;
  readonly by: number | null;
}

/** Sites or groups to choose from. */
export interface Places {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}
