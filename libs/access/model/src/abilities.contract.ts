import { z } from 'zod';
import { ROLES } from './role';

/** What a member may do in one organization, for the console to show only that. */
export const abilitiesContract = z
  .object({
    roles: z.array(z.enum(ROLES)).describe('The roles the member holds here.'),
    rules: z.array(z.array(z.unknown())).describe('Rules packed by CASL; the server decides by the same ones.'),
  })
  .meta({ id: 'Abilities' });
