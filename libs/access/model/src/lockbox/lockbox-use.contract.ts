import { emailAddress, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { PROFILE_CATEGORIES } from '../category';
import { revealReason } from '../reveal.contract';

/** One member in the scope of a lockbox: masked, by number. */
export const lockboxMember = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(['invited', 'active', 'suspended', 'deactivated']),
  })
  .meta({ id: 'LockboxMember' });

/** One member in the scope of a lockbox. */
export type LockboxMember = z.infer<typeof lockboxMember>;

/** `GET .../oversight/lockboxes/:lockboxId/members`: members in scope, by number. */
export const lockboxMemberPage = pageOf(lockboxMember).meta({ id: 'LockboxMemberPage' });

/** Query of the members in scope. */
export const lockboxMemberQuery = pageQuery();

/** Query of the members in scope. */
export type LockboxMemberQuery = z.infer<typeof lockboxMemberQuery>;

/** `POST .../oversight/lockboxes/:lockboxId/search`: one member by exact number or address, within the scope. */
export const lockboxSearch = z
  .union([z.strictObject({ number: z.int().min(1).max(2_147_483_647) }), z.strictObject({ email: emailAddress() })])
  .meta({ id: 'LockboxSearch' });

/** One member by exact number or address. */
export type LockboxSearch = z.infer<typeof lockboxSearch>;

/** Who was found: one at most. */
export const lockboxFound = z.object({ items: z.array(lockboxMember).max(1) }).meta({ id: 'LockboxFound' });

/** `POST .../oversight/lockboxes/:lockboxId/members/:memberId/reveals`: staff look at data of one member. */
export const lockboxRevealing = z
  .strictObject({
    categories: z
      .array(z.enum(PROFILE_CATEGORIES))
      .min(1)
      .max(PROFILE_CATEGORIES.length)
      .refine((named) => new Set(named).size === named.length, { error: 'Name each category once.' }),
    reason: revealReason,
  })
  .meta({ id: 'LockboxRevealing' });

/** Staff look at data of one member. */
export type LockboxRevealing = z.infer<typeof lockboxRevealing>;
