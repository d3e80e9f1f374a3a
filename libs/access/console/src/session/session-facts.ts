import type { Role } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';

/** One organization the account belongs to. */
export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  /** a tenant, SmartPAR's own people, or the people who came without an organization */
  readonly kind: 'tenant' | 'workforce' | 'direct-users';
  readonly memberId: string;
  readonly roles: readonly Role[];
  /** they hold a role of the organization's own, or one for a site or a group */
  readonly further?: boolean;
  /** false where a second factor has to be set up, or given, before the organization lets them in */
  readonly mayEnter: boolean;
  /** from when on the organization asks for a second factor; an instant, `null` where it does not */
  readonly factorFrom: string | null;
}

/** Whether somebody has something to do in an organization beyond what is their own. */
export const hasDuties = ({ roles, further }: Pick<Membership, 'roles' | 'further'>): boolean => roles.length > 0 || further === true;

/** Who is signed in, as `GET /api/session` says it. */
export interface SessionFacts {
  readonly account: { readonly id: string; readonly email: string; readonly name: string | null; readonly locale: Locale };
  readonly sessionId: string;
  readonly memberships: readonly Membership[];
  /** the person said others use this computer too */
  readonly sharedComputer: boolean;
  /** when the session ends at the latest; an instant */
  readonly endsAt: string;
  /** until when dangerous acts need no further proof; an instant */
  readonly freshUntil: string;
  /** a code is asked for beside the password */
  readonly secondFactor: boolean;
  /** the one organization the session reaches, because it reset the second factor; `null` for everything */
  readonly onlyIn: string | null;
}
