import type { Temporal } from '@smartpar/kernel';
import type { HeldGrant } from './held-grant';
import type { HeldRole } from './roles/role-holding';

/** Roles an organization's own people hold. */
export const ORGANIZATION_ROLES = ['owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor', 'works-council'] as const;

/** Roles of SmartPAR's staff, held only in SmartPAR's workforce organization. */
export const STAFF_ROLES = ['support', 'privacy-counsel', 'security', 'platform-operator'] as const;

/** A named set of abilities in an organization. */
export type Role = (typeof ORGANIZATION_ROLES)[number] | (typeof STAFF_ROLES)[number];

/** A signed-in member acting in one organization. */
export interface MemberActor {
  readonly kind: 'member';
  readonly accountId: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
  /** what else they hold: custom roles, and roles for a site or a group only */
  readonly held?: readonly HeldRole[];
  /** what they may see of members' personal data at the moment they were asked for */
  readonly grants: readonly HeldGrant[];
  /** when something they hold begins or ends next: from then on they are another actor. Nothing does where it is left out */
  readonly until?: Temporal.Instant;
  /** roles of those for whom they stand in at that moment, where they do */
  readonly standsInAs?: readonly Role[];
  /** custom roles of those for whom they stand in, of which only deciding counts */
  readonly standsInHeld?: readonly HeldRole[];
  /** the organization is SmartPAR's workforce, so staff roles count */
  readonly oversight: boolean;
}

/** Somebody holding the private link of one privacy request. */
export interface PersonByLink {
  readonly kind: 'person';
  readonly organizationId: string;
  readonly requestId: string;
}

/** The system itself, in a named process such as `reminders`. */
export interface SystemActor {
  readonly kind: 'system';
  readonly organizationId: string;
  readonly process: string;
  /** what lets it in from outside, where it comes from there */
  readonly token?: ProgramToken;
}

/** What a program from outside proves itself with, and how far it reaches. */
export interface ProgramToken {
  readonly id: string;
  /** what such tokens are for: `provisioning` */
  readonly realm: string;
  readonly reaches: readonly string[];
  readonly readOnly: boolean;
}

/** A program from outside, let in by a token: a process of the organization that may do what its token says and nothing else. */
export type ProgramActor = SystemActor & { readonly token: ProgramToken };

/** Somebody of SmartPAR's staff at another organization, who asks for a lockbox there or uses one. No access file allows them anything. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly accountId: string;
  /** whose data it is about; never the workforce */
  readonly organizationId: string;
  readonly role: (typeof STAFF_ROLES)[number];
}

/** Whoever acts inside a tenant. */
export type Actor = MemberActor | PersonByLink | SystemActor | StaffActor;

/** Makes the actor of a named process of the system. */
export const systemActor = (organizationId: string, process: string): SystemActor => ({ kind: 'system', organizationId, process });
