import { ROLES } from '@smartpar/access/model';
import { locale } from '@smartpar/platform/contract';
import * as z from 'zod';
import { furtherRole } from './assignments/further-role.contract';
import { MEMBER_STATUSES } from './member';
import { memberSite, phoneText } from './member.contract';
import { instantText } from './moment.contract';
import { attributeValues } from './profile/attribute.contract';
import { displayName, fieldStandings, memberAttribute, memberManager, timeZone } from './profile/profile.contract';
import { WORKER_TYPES } from './worker/worker';

/** `GET /organizations/:organizationId/my/profile`: what the organization keeps about whoever asks, in clear, since it is their own. */
export const myProfile = z
  .object({
    memberId: z.string(),
    number: z.number().int(),
    version: z.number().int().describe('Goes with changes.'),
    status: z.enum(MEMBER_STATUSES),
    joinedAt: instantText().describe('When they were added or invited.'),
    firstName: z.string().nullable(),
    lastName: z.string().nullable().describe('null for a person with a single name.'),
    displayName: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    privateEmail: z.string().nullable(),
    privateEmailAsked: z.string().nullable().describe('An address that was asked and has not said yes yet.'),
    privatePhone: z.string().nullable(),
    department: z.string().nullable(),
    employeeNumber: z.string().nullable(),
    manager: memberManager.nullable(),
    country: z.string().nullable(),
    timeZone: z.string().nullable(),
    fields: fieldStandings().describe('Where each value comes from, and who may change it.'),
    attributes: z.array(memberAttribute).describe('What the organization keeps beside, by name; what it uses no more comes last.'),
    site: memberSite.nullable(),
    locale: locale().describe('The language of what the organization mails them.'),
    worker: z.object({ type: z.enum(WORKER_TYPES), until: z.string().meta({ format: 'date' }).nullable().describe('The last day; null: no end.') }),
    roles: z.array(z.object({ role: z.enum(ROLES), since: instantText() })),
    further: z.array(furtherRole.extend({ since: instantText() })).describe('Roles of the organization’s own, and roles for a site or a group.'),
    groups: z.array(z.object({ name: z.string(), since: instantText() })).describe('By name.'),
  })
  .meta({ id: 'MyProfile' });

/** What an organization keeps about whoever asks. */
export type MyProfile = z.infer<typeof myProfile>;

/** `PATCH /organizations/:organizationId/my/profile`: what one may correct oneself; what is left out stays, `null` clears. */
export const changeMyProfile = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.'),
    phone: phoneText().nullable().optional(),
    locale: locale().optional(),
    displayName: displayName().nullable().optional(),
    privatePhone: phoneText().nullable().optional(),
    timeZone: timeZone().nullable().optional(),
    attributes: attributeValues().optional(),
  })
  .meta({ id: 'ChangeMyProfile' });

/** What one corrects about oneself. */
export type ChangeMyProfile = z.infer<typeof changeMyProfile>;
