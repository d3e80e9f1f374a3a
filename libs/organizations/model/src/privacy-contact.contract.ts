import { emailAddress, identifier, longText, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { isLanguage } from './language';
import { MAX_NAME } from './organization';
import { version } from './organization.contract';

/** Most characters a postal address may have. */
export const MAX_POSTAL_ADDRESS = 500;

/** Languages a contact reads: 1 to 12 codes (ISO 639), each once. */
const languages = () =>
  z
    .array(z.string().refine(isLanguage, { error: 'Use language codes such as de, en or pt.' }))
    .min(1, { error: 'Name at least one language.' })
    .max(12, { error: 'Name at most 12 languages.' })
    .refine((codes) => new Set(codes).size === codes.length, { error: 'Name each language once.' });

/** A contact as somebody fills it in. */
export const contactPersonInput = z
  .strictObject({
    memberId: identifier().nullable().default(null).describe('The member this person is, so that reminders reach them; null for somebody outside.'),
    name: shortText(MAX_NAME),
    email: emailAddress(),
    postalAddress: longText(MAX_POSTAL_ADDRESS),
    languages: languages(),
  })
  .meta({ id: 'ContactPersonInput' });

/** A contact, as everybody in the organization sees it. */
export const contactPerson = z
  .object({ memberId: z.uuid().nullable(), name: z.string(), email: z.string(), postalAddress: z.string(), languages: z.array(z.string()) })
  .meta({ id: 'ContactPerson' });

/** The contact and who stands in. */
export const privacyContact = z
  .object({ contact: contactPerson.nullable(), substitute: contactPerson.nullable(), version: z.int() })
  .meta({ id: 'PrivacyContact' });

/** The contact and who stands in, with the version read. */
export type PrivacyContactDocument = z.infer<typeof privacyContact>;

/** A change of the contact or of who stands in; what is left out stays, `null` clears. */
export const privacyContactChange = z
  .strictObject({ version: version(), contact: contactPersonInput.nullable().optional(), substitute: contactPersonInput.nullable().optional() })
  .meta({ id: 'PrivacyContactChange' });

/** A change of the contact or of who stands in. */
export type PrivacyContactChange = z.infer<typeof privacyContactChange>;
