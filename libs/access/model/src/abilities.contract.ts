import * as z from 'zod';
import { PROFILE_CATEGORIES } from './category';
import { ORGANIZATION_PURPOSES } from './purpose';
import { ROLES } from './role';

/** What a member may do in one organization, for the console to show only that. */
export const abilitiesContract = z
  .object({
    roles: z.array(z.enum(ROLES)).describe('The roles the member holds here.'),
    grants: z
      .array(z.object({ category: z.enum(PROFILE_CATEGORIES), mode: z.enum(['shown', 'on-reveal']), purposes: z.array(z.enum(ORGANIZATION_PURPOSES)) }))
      .describe("What the member may see of others' personal data, and for which purposes."),
    rules: z.array(z.array(z.unknown())).describe('Rules packed by CASL; the server decides by the same ones.'),
  })
  .meta({ id: 'Abilities' });
