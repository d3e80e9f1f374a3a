import { locale } from '@smartpar/platform/contract';
import * as z from 'zod';
import { memberSearch } from './member-search.contract';

/**
 * `POST /organizations/:organizationId/members/export`: the list as a CSV file, by POST since what is searched for may be a person's name. It
 * answers `text/csv` (RFC 4180, UTF-8 with byte order mark) with the columns of what is shown to whoever asks, by member number. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe. Whose data left is counted in their ledgers. A file that could not be
 * finished ends with a broken connection.
 */
export const exportMembers = memberSearch
  .pick({ search: true, status: true, siteId: true, role: true, groupId: true })
  .extend({ locale: locale().describe('The language of the headings.') })
  .meta({ id: 'ExportMembers' });

/** Whose data is taken out, and how it is headed. */
export type ExportMembers = z.infer<typeof exportMembers>;
