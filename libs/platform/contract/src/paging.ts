import * as z from 'zod';

/** Most items one page may hold. */
export const MAX_PAGE_SIZE = 100;

/** The query every list understands: how many, and from where. */
export const pageQuery = () =>
  z.strictObject({
    size: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50).describe('How many items the page holds at most.'),
    after: z.string().max(1000).optional().describe('The `next` cursor of the page before.'),
  });

/** The answer of every list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('Cursor of the next page; null on the last one.') });
