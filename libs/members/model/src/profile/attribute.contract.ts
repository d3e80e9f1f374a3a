import { PROFILE_CATEGORIES } from '@smartpar/access/model';
import { shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from '../moment.contract';
import { ATTRIBUTE_KINDS, MAX_ATTRIBUTE_VALUE } from './attribute';

/** Most attributes one organization keeps at a time. */
export const MAX_ATTRIBUTES = 50;

/** Most characters the name of an attribute may have. */
export const MAX_ATTRIBUTE_NAME = 80;

/** Most things there are to choose from. */
export const MAX_CHOICES = 100;

/** Something an organization keeps of its members beside what everybody has. */
export const profileAttribute = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(ATTRIBUTE_KINDS),
    choices: z.array(z.string()).describe('What there is to choose from; none where it is no choice.'),
    category: z.enum(PROFILE_CATEGORIES).describe('Who may see it goes by this.'),
    byPerson: z.boolean().describe('The person changes it themself.'),
    retiredAt: instantText().nullable().describe('Since when it is used no more; what is kept of it is shown to the person alone.'),
    version: z.int(),
  })
  .meta({ id: 'ProfileAttribute' });

/** Something an organization keeps of its members beside what everybody has. */
export type ProfileAttribute = z.infer<typeof profileAttribute>;

/** `GET /organizations/:organizationId/profile-attributes`: those in use by name, then those used no more. */
export const profileAttributes = z.object({ items: z.array(profileAttribute) }).meta({ id: 'ProfileAttributes' });

const name = () => shortText(MAX_ATTRIBUTE_NAME);

const choices = () =>
  z
    .array(shortText(MAX_ATTRIBUTE_VALUE))
    .max(MAX_CHOICES)
    .refine((list) => new Set(list).size === list.length, { error: 'Name each choice once.' });

/** `POST /organizations/:organizationId/profile-attributes`. Kind and category stay as they are: values were given for them. */
export const newAttribute = z
  .strictObject({ name: name(), kind: z.enum(ATTRIBUTE_KINDS), choices: choices().default([]), category: z.enum(PROFILE_CATEGORIES), byPerson: z.boolean() })
  .refine(({ kind, choices: list }) => (kind === 'choice') === list.length > 0, {
    path: ['choices'],
    error: 'Name at least one thing to choose from, and none where there is nothing to choose.',
  })
  .meta({ id: 'NewProfileAttribute' });

/** Something an organization begins to keep of its members. */
export type NewAttribute = z.output<typeof newAttribute>;

/** `PATCH .../profile-attributes/:attributeId`: what is left out stays. */
export const attributeChange = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.'),
    name: name().optional(),
    choices: choices().min(1).optional().describe('Whoever has something else keeps it until it is changed.'),
    byPerson: z.boolean().optional(),
  })
  .meta({ id: 'ProfileAttributeChange' });

/** Another name, other choices, or another who may change it. */
export type AttributeChange = z.infer<typeof attributeChange>;

/** `POST .../profile-attributes/:attributeId/retirement`: it is used no more from now on. */
export const retireAttribute = attributeChange.pick({ version: true }).meta({ id: 'RetireProfileAttribute' });

/** The version that was read. */
export type RetireAttribute = z.infer<typeof retireAttribute>;

/** Values of attributes by their id; `null` clears. Each is read by its kind. */
export const attributeValues = () => z.record(z.uuid(), z.string().max(MAX_ATTRIBUTE_VALUE).nullable());
