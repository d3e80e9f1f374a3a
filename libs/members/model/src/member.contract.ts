import { emailAddress, locale, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Most characters a first or last name may have. */
export const MAX_PERSON_NAME = 80;

/** What a new member starts with; given by an operator for now. */
export const newMember = z.strictObject({
  email: emailAddress(),
  firstName: shortText(MAX_PERSON_NAME),
  lastName: shortText(MAX_PERSON_NAME),
  phone: shortText(40).nullable().default(null),
  siteId: z.uuid().nullable().default(null),
  locale: locale(),
  status: z.enum(['invited', 'active']).default('active'),
});

/** What a new member starts with. */
export type NewMember = z.input<typeof newMember>;
