import { Temporal } from '@smartpar/kernel';
import { COUNTRIES, country, timeZone as zone, timeZones } from '@smartpar/organizations/model';
import { emailAddress, identifier, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from '../moment.contract';
import { profileAttribute } from './attribute.contract';
import { FIELD_EDITORS, FIELD_SOURCES, PROFILE_FIELDS } from './profile-field';

/** Most characters of how somebody wants to be called. */
export const MAX_DISPLAY_NAME = 200;

/** Most characters of the name of a department. */
export const MAX_DEPARTMENT = 200;

/** Most characters of an employee number. */
export const MAX_EMPLOYEE_NUMBER = 64;

/** How somebody wants to be called. */
export const displayName = () => shortText(MAX_DISPLAY_NAME).describe('How they want to be called.');

/** The time zone somebody lives by. */
export const timeZone = () => zone().describe('The time zone they live by, such as Europe/Berlin.');

/** What whoever administers members keeps of somebody's work. */
export const workFields = {
  country: country().nullable().optional().describe('Where they work (ISO 3166-1 alpha-2).'),
  department: shortText(MAX_DEPARTMENT).nullable().optional(),
  employeeNumber: shortText(MAX_EMPLOYEE_NUMBER).nullable().optional().describe('By which the organization itself knows them.'),
  managerId: identifier().nullable().optional().describe('The member who leads them.'),
};

/** Whoever leads somebody, by member number. */
export const memberManager = z.object({ id: z.string(), number: z.number().int() }).meta({ id: 'MemberManager' });

const standing = {
  source: z.enum(FIELD_SOURCES).nullable().describe('Who put it there; null: nothing is there, and nobody took it away.'),
  since: instantText().nullable().describe('Since when it is as it is.'),
  editors: z.array(z.enum(FIELD_EDITORS)).describe('Who may change it; `directory`: only there.'),
};

/** Where a value comes from, and who may change it. */
export const fieldStanding = z.object(standing).meta({ id: 'FieldStanding' });

/** Where a value comes from, and who may change it. */
export type FieldStanding = z.infer<typeof fieldStanding>;

/** Where the values of some fields come from. */
export const fieldStandings = () => z.partialRecord(z.enum(PROFILE_FIELDS), fieldStanding);

/** What an organization keeps of a member beside what everybody has; where it is not shown the value is left out. */
export const memberAttribute = profileAttribute
  .omit({ version: true })
  .extend({ value: z.string().nullable().optional(), ...standing })
  .meta({ id: 'MemberAttribute' });

/** What an organization keeps of a member beside what everybody has. */
export type MemberAttribute = z.infer<typeof memberAttribute>;

/** `PUT /organizations/:organizationId/my/private-address`: the address is asked first; until it says yes, nothing changes. */
export const proposeAddress = z.strictObject({ email: emailAddress() }).meta({ id: 'ProposePrivateAddress' });

/** An address of one's own. */
export type ProposeAddress = z.infer<typeof proposeAddress>;

/** `POST /member-addresses/confirmation`: the address says yes. */
export const confirmAddress = z.strictObject({ token: z.string().max(2000) }).meta({ id: 'ConfirmMemberAddress' });

/** The token from the mail. */
export type ConfirmAddress = z.infer<typeof confirmAddress>;

/** How long the link to an address works. */
export const ADDRESS_LINK_LIFETIME = Temporal.Duration.from({ hours: 48 });

/** The time zones to choose from. */
export const timeZoneNames = timeZones;

/** The countries to choose from, by their codes. */
export const COUNTRY_CODES = COUNTRIES;
