import * as z from 'zod';
import { MEMBER_STATUSES } from '../member';
import { INVITATION_STATES } from '../member.contract';
import { memberEvent } from '../member-timeline.contract';
import { instantText } from '../moment.contract';

/** What is done about somebody's entry to an organization, as the log says it; they read of it on their own side. */
export const ENTRY_ACTS = ['member-invitation.sent', 'member.signed-out', 'second-factor.reset'] as const;

/** Most acts about somebody's entry that are told at once. */
export const MAX_ENTRY_ACTS = 20;

/** How somebody's entry stands: `GET .../members/:memberId/help`. Nothing personal, and nothing about their account elsewhere. */
export const memberHelp = z
  .object({
    memberId: z.string(),
    number: z.number().int(),
    status: z.enum(MEMBER_STATUSES),
    signsIn: z.boolean().describe('They have an account to sign in with.'),
    lastUsedOn: z.iso.date().nullable().describe('The last day on which they were in this organization; null where they never came.'),
    invitation: z.object({ state: z.enum(INVITATION_STATES), sentAt: instantText().nullable(), expiresAt: instantText().nullable() }),
    acts: z.array(memberEvent).describe('What was done about their entry lately, newest first.'),
    may: z
      .object({
        resendInvitation: z.boolean(),
        signOut: z.boolean().describe('Sign them out of this organization, wherever they are signed in.'),
        resetFactor: z.boolean().describe('Let them in without the second factor they lost.'),
      })
      .describe('What whoever asks may do for this member as they are now.'),
  })
  .meta({ id: 'MemberHelp' });

/** How somebody's entry stands. */
export type MemberHelp = z.infer<typeof memberHelp>;

/** What an organization did about the entry of the member who asks: `GET .../my/entry`, newest first. */
export const ownEntry = z.object({ items: z.array(memberEvent) }).meta({ id: 'OwnEntry' });

/** What an organization did about the entry of the member who asks. */
export type OwnEntry = z.infer<typeof ownEntry>;
