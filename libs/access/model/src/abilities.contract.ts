import * as z from 'zod';
import { PROFILE_CATEGORIES } from './category';
import { SCOPE_KINDS } from './grants/grant-scope';
import { ORGANIZATION_PURPOSES } from './purpose';
import { ROLES } from './role';

/** One grant of one category that is in force, as it travels to its holder. */
const grantInForce = z.object({
  id: z.string(),
  category: z.enum(PROFILE_CATEGORIES),
  mode: z.enum(['shown', 'on-reveal']),
  purposes: z.array(z.enum(ORGANIZATION_PURPOSES)),
  scope: z.enum(SCOPE_KINDS),
  until: z.string().meta({ format: 'date-time' }).nullable().describe('null: for as long as the role is held.'),
});

/** One grant of one category that is in force, as it travels to its holder. */
export type GrantInForce = z.infer<typeof grantInForce>;

/** What a member may do in one organization, for the console to show only that. */
export const abilitiesContract = z
  .object({
    roles: z.array(z.enum(ROLES)).describe('The roles the member holds here.'),
    grants: z.array(grantInForce).describe("What the member may see of others' personal data at this moment, and for which purposes."),
    rules: z.array(z.array(z.unknown())).describe('Rules packed by CASL; the server decides by the same ones.'),
  })
  .meta({ id: 'Abilities' });
