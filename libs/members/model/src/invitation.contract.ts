import { ROLES } from '@smartpar/access/model';
import { identifier, locale, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { MAX_PERSON_NAME, memberAddress, phoneText } from './member.contract';
import { instantText } from './moment.contract';

/** `POST /organizations/:organizationId/members`: asks a person to join. Roles are given by owners only. */
export const inviteMember = z
  .strictObject({
    email: memberAddress(),
    firstName: shortText(MAX_PERSON_NAME).describe('The whole name of a person who has a single one.'),
    lastName: shortText(MAX_PERSON_NAME).nullable().default(null),
    phone: phoneText().nullable().default(null),
    siteId: identifier().nullable().default(null),
    locale: locale().describe('The language of the invitation and of everything mailed later.'),
    roles: z
      .array(z.enum(ROLES))
      .max(ROLES.length)
      .refine((roles) => new Set(roles).size === roles.length, { error: 'Name each role once.' })
      .default([]),
  })
  .meta({ id: 'InviteMember' });

/** A person asked to join. */
export type InviteMember = z.infer<typeof inviteMember>;

/** Answer to an invitation: the member it made. */
export const invitedMember = z.object({ memberId: z.string(), number: z.number().int() }).meta({ id: 'InvitedMember' });

/** The member an invitation made. */
export type InvitedMember = z.infer<typeof invitedMember>;

/** The token from behind the `#t=` of `/invitation`. */
const token = () => z.string().min(1).max(1000);

/** `POST /invitations/preview`: what the link is good for. Opening spends nothing: mail scanners open links too. */
export const invitationOpening = z.strictObject({ token: token() }).meta({ id: 'InvitationOpening' });

/** A link to be opened. */
export type InvitationOpening = z.infer<typeof invitationOpening>;

/** What the holder of the link is told. */
export const openedInvitation = z
  .object({
    organization: z.string(),
    email: z.string().describe('The address the invitation went to.'),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    locale: locale(),
    expiresAt: instantText(),
    accept: z
      .enum(['choose-password', 'sign-in'])
      .describe('"choose-password": a new account is made. "sign-in": the address has an account; sign in with it, then accept.'),
  })
  .meta({ id: 'OpenedInvitation' });

/** What the holder of the link is told. */
export type OpenedInvitation = z.infer<typeof openedInvitation>;

/** `POST /invitations/acceptance`, signed out: makes the account with this password. Sign in afterwards. */
export const invitationAcceptance = z.strictObject({ token: token(), newPassword: z.string().min(1).max(512) }).meta({ id: 'InvitationAcceptance' });

/** An invitation accepted with a new account. */
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>;

/** Answer to an acceptance: where the member is at home now, and what they sign in with. */
export const acceptedInvitation = z.object({ organizationId: z.string(), email: z.string() }).meta({ id: 'AcceptedInvitation' });

/** An invitation that was accepted. */
export type AcceptedInvitation = z.infer<typeof acceptedInvitation>;

/** `POST /account/invitations/acceptance`, signed in: joins with the account that is signed in. */
export const invitationJoining = invitationOpening;
