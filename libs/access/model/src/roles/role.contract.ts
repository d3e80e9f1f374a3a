import { identifier, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ORGANIZATION_ROLES } from '../actor';
import { ROLES } from '../role';
import type { AbilityName } from './role-holding';

/** Most roles of its own one organization may have. */
export const MAX_CUSTOM_ROLES = 100;

/** Most characters the name of a role may have, and the sentence that says what it is for. */
export const [MAX_ROLE_NAME, MAX_ROLE_SENTENCE] = [80, 300] as const;

/** Most abilities one role may be composed of; there are fewer. */
const MAX_ABILITIES = 500;

const abilityName = () =>
  z
    .string()
    .max(100)
    .refine((text): text is AbilityName => /^[a-z-]+\.[a-z-]+$/.test(text), { error: 'This is no ability. It looks like privacy-request.answer.' });

/** How a role is named where it is held: a built-in one by its word, a custom one by its id. */
export const roleKey = () => z.union([z.enum(ROLES), identifier()]);

/** One named ability, as the list of them shows it. */
export const abilityLine = z
  .object({
    name: z.string().describe('`<noun>.<action>`; its sentence stands in the console in every language.'),
    mayPassOn: z.boolean().describe('Whoever asks may put it into a role.'),
    scoped: z.boolean().describe('It means something for a role held at a site or for a group.'),
  })
  .meta({ id: 'AbilityLine' });

/** A role there is from the start. */
export const builtInRole = z
  .object({ role: z.enum(ROLES), abilities: z.array(z.string()), holders: z.int().describe('How many active members hold it, wherever.') })
  .meta({ id: 'BuiltInRole' });

/** A role an organization composed: `PUT /organizations/:organizationId/roles/:roleId` and `POST .../roles`. */
export const composedRole = z
  .object({
    id: z.string(),
    name: z.string(),
    sentence: z.string().nullable().describe('What it is for.'),
    abilities: z.array(z.string()),
    version: z.int().describe('Send it back with a change.'),
    changedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'ComposedRole' });

/** A role an organization composed, and how many active members hold it, wherever. */
export const customRole = composedRole.extend({ holders: z.int() }).meta({ id: 'CustomRole' });

/** A role an organization composed. */
export type CustomRole = z.infer<typeof customRole>;

/** `GET /organizations/:organizationId/roles`: every role that may be held here, and all that a role can be composed of. */
export const roleList = z.object({ builtIn: z.array(builtInRole), custom: z.array(customRole), abilities: z.array(abilityLine) }).meta({ id: 'RoleList' });

/** Every role that may be held here, and all that a role can be composed of. */
export type RoleList = z.infer<typeof roleList>;

/** `POST /organizations/:organizationId/roles`. */
export const roleInput = z
  .strictObject({
    name: shortText(MAX_ROLE_NAME),
    sentence: shortText(MAX_ROLE_SENTENCE).nullable().default(null),
    abilities: z.array(abilityName()).min(1).max(MAX_ABILITIES),
  })
  .meta({ id: 'RoleInput' });

/** A role as somebody composes it. */
export type RoleInput = z.infer<typeof roleInput>;

const version = () => z.int().min(0).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.');

/** `PUT /organizations/:organizationId/roles/:roleId`. */
export const roleReplacement = roleInput.extend({ version: version() }).meta({ id: 'RoleReplacement' });

/** A role put in place of what was read. */
export type RoleReplacement = z.infer<typeof roleReplacement>;

/** A role that one person may not hold together with another, or that only so many may hold. Staff roles are held in the workforce and not kept apart here. */
const keptRole = () => z.union([z.enum(ORGANIZATION_ROLES), identifier()]);

const separation = {
  pairs: z
    .array(z.tuple([keptRole(), keptRole()]).refine(([one, other]) => one !== other, { error: 'Choose two different roles.' }))
    .max(200)
    .describe('Roles that one person may not hold together.'),
  limits: z
    .array(z.strictObject({ role: keptRole(), most: z.int().min(1).max(10_000) }))
    .max(200)
    .refine((limits) => new Set(limits.map(({ role }) => role)).size === limits.length, { error: 'Name each role once.' })
    .describe('How many people may hold a role at once.'),
};

/** `GET /organizations/:organizationId/role-separation`. */
export const roleSeparation = z.object({ version: z.int(), ...separation }).meta({ id: 'RoleSeparation' });

/** What is kept apart, and the version to send back. */
export type KeptSeparation = z.infer<typeof roleSeparation>;

/** `PUT /organizations/:organizationId/role-separation`. */
export const roleSeparationChange = z.strictObject({ version: version(), ...separation }).meta({ id: 'RoleSeparationChange' });

/** Where a role is to be held. */
export const roleScope = z
  .discriminatedUnion('kind', [z.strictObject({ kind: z.literal('all') }), z.strictObject({ kind: z.enum(['site', 'group']), id: identifier() })])
  .meta({ id: 'RoleScope' });
