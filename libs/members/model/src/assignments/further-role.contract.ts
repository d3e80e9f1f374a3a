import * as z from 'zod';

/** A role of the organization's own, or one for a site or a group, as it stands beside whoever holds it. */
export const furtherRole = z
  .object({
    role: z.string().describe('A built-in role by its word, a custom one by its id.'),
    name: z.string().nullable().describe('The name of a custom role.'),
    kind: z.enum(['all', 'site', 'group']),
    place: z.string().nullable().describe('The name of the site or the group.'),
  })
  .meta({ id: 'FurtherRole' });

/** A role of the organization's own, or one for a site or a group. */
export type FurtherRole = z.infer<typeof furtherRole>;
