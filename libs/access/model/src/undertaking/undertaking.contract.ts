import { locale, longText, pageOf, pageQuery, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ROLES } from '../role';

/** Most characters of an undertaking in one language. */
export const UNDERTAKING_MAX = 20_000;

/** Most characters of the name somebody signs with. */
export const SIGNED_NAME_MAX = 200;

/** Number of the version every organization starts with; what it writes itself comes after. */
export const SHIPPED_UNDERTAKING_VERSION = 1;

const moment = () => z.string().meta({ format: 'date-time' });
const version = () => z.int().min(1).max(2_147_483_647);
const fingerprint = () => z.string().regex(/^[0-9a-f]{64}$/, { error: 'This is no fingerprint of a text.' });

const undertakingText = z.object({ locale: locale(), text: z.string(), hash: z.string().describe('SHA-256 of the text in UTF-8, in hexadecimal.') });

/** `GET /organizations/:organizationId/undertaking`: what is promised before looking at others' data, and whether I have. */
export const undertaking = z
  .object({
    version: version(),
    publishedAt: moment().nullable().describe('When the organization wrote it; null: as shipped.'),
    texts: z.array(undertakingText).describe('In every language it was written in; any of them may be signed.'),
    signed: z.object({ version: version(), name: z.string(), at: moment() }).nullable().describe('My latest signature, of whichever version.'),
    inForce: z.boolean().describe('I have signed the version in force.'),
  })
  .meta({ id: 'Undertaking' });

/** What is promised before looking at others' data. */
export type Undertaking = z.infer<typeof undertaking>;

/** `POST /organizations/:organizationId/undertaking/signatures`. */
export const signUndertaking = z
  .strictObject({
    version: version().describe('The version that was read.'),
    hash: fingerprint().describe('Of the text that was read, as it came.'),
    name: shortText(SIGNED_NAME_MAX).describe('The name as whoever signs writes it.'),
  })
  .meta({ id: 'SignUndertaking' });

/** A signature. */
export type SignUndertaking = z.infer<typeof signUndertaking>;

const ownText = () => longText(UNDERTAKING_MAX).optional();

/** `PUT /organizations/:organizationId/undertaking`: another version, which everybody has to sign anew. */
export const publishUndertaking = z
  .strictObject({
    version: version().describe('The version that was read; a new one based on an older one is refused.'),
    texts: z.strictObject({ en: ownText(), de: ownText() }).refine((texts) => texts.en !== undefined || texts.de !== undefined, {
      error: 'Write it in at least one language.',
    }),
  })
  .meta({ id: 'PublishUndertaking' });

/** Another version of the undertaking. */
export type PublishUndertaking = z.infer<typeof publishUndertaking>;

/** Whether somebody signed what is in force. */
export const SIGNATURE_STATES = ['signed', 'older', 'none'] as const;

/** Who has to sign, and who did, by member number. */
export const signatureLine = z
  .object({
    memberId: z.string(),
    memberNumber: z.string().describe('`M-10422`.'),
    roles: z.array(z.enum(ROLES)),
    further: z.int().describe('How many roles they hold beside these: of the organization’s own, or for a site or a group.'),
    state: z.enum(SIGNATURE_STATES).describe('`signed` the version in force, an `older` one, or `none`.'),
    latest: z.object({ version: version(), locale: locale(), hash: z.string(), at: moment() }).nullable(),
  })
  .meta({ id: 'SignatureLine' });

/** Who has to sign, and who did. */
export type SignatureLine = z.infer<typeof signatureLine>;

/** `GET /organizations/:organizationId/undertaking/signatures`: whoever holds a role or signed once, by number. */
export const signaturePage = pageOf(signatureLine).meta({ id: 'SignaturePage' });

/** Query of the list of signatures. */
export const signatureQuery = pageQuery();

/** Query of the list of signatures. */
export type SignatureQuery = z.infer<typeof signatureQuery>;
