import { ROLES, sight } from '@smartpar/access/model';
import { emailAddress, foldAddress, identifier, locale, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { furtherRole } from './assignments/further-role.contract';
import { groupOfMember } from './groups/group.contract';
import { MEMBER_STATUSES } from './member';
import { instantText } from './moment.contract';
import { displayName, fieldStandings, memberAttribute, memberManager, timeZone, workFields } from './profile/profile.contract';
import { attributeValues } from './profile/attribute.contract';
import { memberWorker } from './worker/worker.contract';

/** Most characters a first or last name may have. */
export const MAX_PERSON_NAME = 200;

/** Most characters a phone number may have as it is typed. */
export const MAX_PHONE = 40;

/** Most characters an address may have in the form in which addresses are compared; some letters become many there. */
const MAX_FOLDED_ADDRESS = 320;

/** A member's work address. */
export const memberAddress = () =>
  emailAddress().refine((address) => foldAddress(address).length <= MAX_FOLDED_ADDRESS, {
    error: 'This is not an e-mail address. It looks like name@example.com.',
  });

/** A phone number as people type it; the server reads it with the country of the member's site. */
export const phoneText = () => shortText(MAX_PHONE);

/** What a new member starts with; given by an operator, an import or an invitation. */
export const newMember = z.strictObject({
  email: memberAddress(),
  firstName: shortText(MAX_PERSON_NAME).describe('The whole name of a person who has a single one.'),
  lastName: shortText(MAX_PERSON_NAME).nullable().default(null),
  phone: phoneText().nullable().default(null),
  siteId: z.uuid().nullable().default(null),
  locale: locale(),
  status: z.enum(['invited', 'active']).default('active'),
});

/** What a new member starts with. */
export type NewMember = z.input<typeof newMember>;

/** Version of what was read; sent back so that a change never overwrites somebody else's. */
const version = () => z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.');

/** The personal data of a member as far as it is shown to whoever asks: a value of a category that is not shown is left out; `null` means that none is kept. */
export const shownProfile = z
  .object({
    firstName: z.string().nullable().optional(),
    lastName: z.string().nullable().optional().describe('null for a person with a single name.'),
    displayName: z.string().nullable().optional(),
    email: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    privateEmail: z.string().nullable().optional(),
    privatePhone: z.string().nullable().optional(),
    department: z.string().nullable().optional(),
    employeeNumber: z.string().nullable().optional(),
    manager: memberManager.nullable().optional(),
    country: z.string().nullable().optional(),
    timeZone: z.string().nullable().optional(),
  })
  .meta({ id: 'ShownProfile' });

/** The personal data of a member as far as it is shown. */
export type ShownProfile = z.infer<typeof shownProfile>;

/** The site of a member. */
export const memberSite = z.object({ id: z.string(), name: z.string() }).meta({ id: 'MemberSite' });

/** What becomes of somebody's invitation: none was sent, it waits, it is too old, or it was accepted or withdrawn. */
export const INVITATION_STATES = ['none', 'waiting', 'expired', 'accepted', 'withdrawn'] as const;

/** One member: `GET /organizations/:organizationId/members/:memberId`. */
export const memberView = z
  .object({
    id: z.string(),
    number: z.number().int(),
    version: z.number().int().describe('Goes with corrections and changes of site.'),
    status: z.enum(MEMBER_STATUSES),
    site: memberSite.nullable(),
    roles: z.array(z.enum(ROLES)),
    further: z.array(furtherRole).describe('Roles of the organization’s own, and roles for a site or a group.'),
    groups: z.array(groupOfMember).describe('By name.'),
    locale: locale(),
    worker: memberWorker,
    joinedAt: instantText().describe('When they were added or invited.'),
    signsIn: z.boolean().describe('They have an account to sign in with.'),
    invitation: z.object({ state: z.enum(INVITATION_STATES), sentAt: instantText().nullable(), expiresAt: instantText().nullable() }),
    profile: shownProfile,
    fields: fieldStandings().describe('Where each value that is shown comes from, and who may change it.'),
    attributes: z.array(memberAttribute).describe('What the organization keeps beside, by name.'),
    sight,
    may: z
      .object({
        correct: z.boolean(),
        place: z.boolean(),
        suspend: z.boolean(),
        reactivate: z.boolean(),
        invite: z.boolean().describe('Send the invitation, or send it again.'),
        withdraw: z.boolean().describe('Withdraw the invitation.'),
        assignRole: z.boolean(),
      })
      .describe('What whoever asks may do with this member as they are now.'),
  })
  .meta({ id: 'Member' });

/** One member. */
export type MemberView = z.infer<typeof memberView>;

/** `PATCH .../members/:memberId/profile`: what is left out stays, `null` clears. */
export const correctMember = z
  .strictObject({
    version: version(),
    email: memberAddress().optional().describe('Another address voids an invitation that waits; send it again.'),
    firstName: shortText(MAX_PERSON_NAME).optional(),
    lastName: shortText(MAX_PERSON_NAME).nullable().optional(),
    phone: phoneText().nullable().optional(),
    locale: locale().optional(),
    ...workFields,
    displayName: displayName().nullable().optional(),
    timeZone: timeZone().nullable().optional(),
    attributes: attributeValues().optional(),
  })
  .meta({ id: 'CorrectMember' });

/** A correction of what is kept about a member. */
export type CorrectMember = z.infer<typeof correctMember>;

/** `PUT .../members/:memberId/site`: null for none. */
export const placeMember = z.strictObject({ version: version(), siteId: identifier().nullable() }).meta({ id: 'PlaceMember' });

/** Another site for a member. */
export type PlaceMember = z.infer<typeof placeMember>;

/** `POST .../suspension` and `POST .../reactivation`: nothing else is to be said. */
export const nothingMore = z.strictObject({}).meta({ id: 'NothingMore' });

/** Answer to every act on a member: where they stand now. */
export const memberAct = z
  .object({ memberId: z.string(), number: z.number().int(), status: z.enum(MEMBER_STATUSES), version: z.number().int() })
  .meta({ id: 'MemberAct' });

/** Where a member stands after an act. */
export type MemberAct = z.infer<typeof memberAct>;

/** The role in `PUT` and `DELETE .../members/:memberId/roles/:role`. */
export const roleInPath = z.enum(ROLES);
