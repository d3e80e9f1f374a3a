import { locale, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import {
  IMPORT_DELIMITERS,
  IMPORT_ENCODINGS,
  IMPORT_FAULTS,
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  IMPORT_OUTCOMES,
  IMPORT_PROBLEMS,
  IMPORT_STATES,
  MAX_IMPORT_COLUMNS,
} from './member-import';
import { instantText } from './moment.contract';

const lines = () => z.int().min(0);

const encoding = () => z.enum(IMPORT_ENCODINGS);

const delimiter = () => z.enum(IMPORT_DELIMITERS);

/** Why a file could not be read as it was said to be written; the line where that showed, where there is one. */
export const importProblem = z.object({ code: z.enum(IMPORT_PROBLEMS), line: z.int().nullable() }).meta({ id: 'MemberImportProblem' });

/** What the check found. `existing` are members of whom it is not told whether the file says anything new; `skipped` are owners, for those who are none. */
export const importCounts = z
  .object({ lines: lines(), new: lines(), changed: lines(), existing: lines(), unchanged: lines(), skipped: lines(), faulty: lines() })
  .meta({ id: 'MemberImportCounts' });

/** What came of it. `leftOut` were faulty, owners, or taken or gone meanwhile. */
export const importResult = z
  .object({ added: lines(), changed: lines(), written: lines(), unchanged: lines(), leftOut: lines() })
  .meta({ id: 'MemberImportResult' });

/**
 * One import: `GET /organizations/:organizationId/member-imports/:importId`, and the answer to every act on it.
 *
 * `POST /organizations/:organizationId/member-imports` makes one: the body is the file itself, CSV or LDIF, sent as `text/csv` whatever its
 * encoding, 50 MB at most; 201. `POST .../:importId/cancellation` with `{}` ends one before it is applied; its file is deleted at once.
 */
export const memberImport = z
  .object({
    id: z.string(),
    state: z.enum(IMPORT_STATES),
    createdAt: instantText(),
    by: z.object({ memberId: z.string(), number: z.number().int(), me: z.boolean() }),
    bytes: z.number().int(),
    check: z.number().int().describe('How often it was checked; goes with the application, so that what is applied is what was seen.'),
    problem: importProblem
      .nullable()
      .describe('Why the last check did not get through; the state is `received` again. Choose another encoding, or mend the file and begin anew.'),
    reading: z
      .object({ encoding: encoding(), delimiter: delimiter(), columns: z.array(z.enum(IMPORT_FIELDS).nullable()), locale: locale() })
      .nullable()
      .describe('How the file was said to be written; null before the first check.'),
    progress: z
      .object({ done: z.number().int(), total: z.number().int() })
      .nullable()
      .describe('While it is checked, in bytes; while it is applied, in lines.'),
    counts: importCounts.nullable().describe('Since it was checked.'),
    furtherValues: lines().describe('How many entries of an LDIF file have more than one value where one is kept; the first was taken.'),
    sendInvitations: z.boolean().nullable().describe('As it was asked for; null before.'),
    leaveOutFaulty: z.boolean().nullable().describe('As it was asked for; null before.'),
    result: importResult.nullable().describe('While and since it is applied.'),
    endedAt: instantText().nullable(),
    forgottenAt: instantText().nullable().describe('When the file is deleted unless somebody goes on; null where it is gone.'),
    may: z
      .object({ preview: z.boolean(), check: z.boolean(), apply: z.boolean(), cancel: z.boolean() })
      .describe('What whoever asks may do with it now. Only who brought the file reads it and goes on; anybody who may import may cancel.'),
  })
  .meta({ id: 'MemberImport' });

/** One import. */
export type MemberImport = z.infer<typeof memberImport>;

/** `GET /organizations/:organizationId/member-imports`: newest first; the open one, if there is any, is the first. */
export const memberImportPage = pageOf(memberImport).meta({ id: 'MemberImportPage' });

/** Query of the imports, of the faults and of the report. */
export const memberImportQuery = pageQuery();

/** Query of the imports. */
export type MemberImportQuery = z.infer<typeof memberImportQuery>;

/** Query of `GET .../member-imports/:importId/preview`; what is left out is as it was said last, else as it is guessed. */
export const importPreviewQuery = z.strictObject({ encoding: encoding().optional(), delimiter: delimiter().optional() });

/** How a file is to be read for a preview. */
export type ImportPreviewQuery = z.infer<typeof importPreviewQuery>;

/** `GET .../member-imports/:importId/preview`: how the beginning of the file reads. For whoever brought it only, and only while the file is kept. */
export const importPreview = z
  .object({
    format: z.enum(IMPORT_FORMATS).describe('What the file is, by how it begins; an LDIF file has attributes for columns, and no delimiter.'),
    encoding: encoding(),
    delimiter: delimiter(),
    guess: z
      .object({ encoding: encoding(), delimiter: delimiter(), certain: z.boolean().describe('The file says its encoding itself, or it makes no difference.') })
      .describe('What it looks like; to be confirmed.'),
    columns: z
      .array(
        z.object({
          heading: z.string().describe('As it stands in the first line, 200 characters at most.'),
          field: z.enum(IMPORT_FIELDS).nullable().describe('What it is taken for; null to be left out.'),
          kept: z.boolean().describe('A file of this organization had this heading before, and this is what was chosen.'),
        }),
      )
      .describe('One for each column, in the order of the file.'),
    sample: z.array(z.array(z.string())).describe('The first lines under the headings, five at most; long cells are cut off.'),
    problem: importProblem.nullable().describe('Why it cannot be read like this.'),
  })
  .meta({ id: 'MemberImportPreview' });

/** How the beginning of a file reads. */
export type ImportPreview = z.infer<typeof importPreview>;

const NAMES = ['firstName', 'lastName'] as const;

/** `POST .../member-imports/:importId/check`: how the file is written; changes nothing about members. Also to check again, otherwise. */
export const checkImport = z
  .strictObject({
    encoding: encoding(),
    delimiter: delimiter(),
    columns: z
      .array(z.enum(IMPORT_FIELDS).nullable())
      .min(1)
      .max(MAX_IMPORT_COLUMNS)
      .refine((columns) => columns.includes('email'), { error: 'Say which column holds the work e-mail; it says who is meant.' })
      .refine((columns) => IMPORT_FIELDS.every((field) => columns.indexOf(field) === columns.lastIndexOf(field)), {
        error: 'Two columns are taken for the same. Leave one of them out.',
      })
      .refine((columns) => !columns.includes('fullName') || !NAMES.some((part) => columns.includes(part)), {
        error: 'Take either the whole name, or first and last name.',
      })
      .describe('One for each column of the file, in its order; null leaves the column out.'),
    locale: locale().describe('The language of new members whose line names none.'),
  })
  .meta({ id: 'CheckMemberImport' });

/** How a file is written. */
export type CheckImport = z.infer<typeof checkImport>;

/** `POST .../member-imports/:importId/application`: changes the members. Neither answer is assumed. */
export const applyImport = z
  .strictObject({
    check: z.int().min(1).max(2_147_483_647).describe('The check whose counts were seen.'),
    sendInvitations: z.boolean().describe('Whether new members get a mail that invites them; otherwise they can be invited later.'),
    leaveOutFaulty: z.boolean().describe('Whether faulty lines are left out; otherwise nothing is applied while there are any.'),
  })
  .meta({ id: 'ApplyMemberImport' });

/** How an import is to be applied. */
export type ApplyImport = z.infer<typeof applyImport>;

/** One thing wrong with one line; never what stands there. */
export const importLineFault = z
  .object({
    line: z.int().describe('As a spreadsheet numbers them: the headings are line 1. In an LDIF file, where the entry begins.'),
    column: z.int().nullable().describe('Which column, counted from 1; null where the whole line is meant, and in an LDIF file.'),
    field: z.enum(IMPORT_FIELDS).nullable(),
    code: z.enum(IMPORT_FAULTS),
    facts: z.object({ max: z.int().optional(), cells: z.int().optional(), expected: z.int().optional(), firstLine: z.int().optional() }),
  })
  .meta({ id: 'MemberImportFault' });

/** One thing wrong with one line. */
export type ImportLineFault = z.infer<typeof importLineFault>;

/** `GET .../member-imports/:importId/faults`: every fault, by line. */
export const importFaultPage = pageOf(importLineFault).meta({ id: 'MemberImportFaultPage' });

/** One line of the report. */
export const importReportLine = z
  .object({ line: z.int(), outcome: z.enum(IMPORT_OUTCOMES), member: z.object({ id: z.string(), number: z.number().int() }).nullable() })
  .meta({ id: 'MemberImportReportLine' });

/** One line of the report. */
export type ImportReportLine = z.infer<typeof importReportLine>;

/** `GET .../member-imports/:importId/report`: what became of each line that was not faulty, by line. */
export const importReport = pageOf(importReportLine).meta({ id: 'MemberImportReport' });
