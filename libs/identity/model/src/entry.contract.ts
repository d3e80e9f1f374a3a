import * as z from 'zod';

/** Signs a member out of this organization, wherever they are signed in. */
export const entryEnd = z.strictObject({ memberNumber: z.string().min(1).max(20).describe('Such as M-10422.') }).meta({ id: 'EntryEnd' });

/** Signs a member out of this organization, wherever they are signed in. */
export type EntryEnd = z.infer<typeof entryEnd>;
