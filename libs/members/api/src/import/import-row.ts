import type { MemberActor } from '@smartpar/access/model';
import type { ImportDelimiter, ImportEncoding, ImportField, ImportState, MemberImport } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { instantColumn } from '../instant-text';

/** An import as it is kept. */
export interface ImportRow {
  readonly id: string;
  readonly state: ImportState;
  readonly memberId: string;
  readonly accountId: string;
  readonly number: number;
  readonly createdAt: string;
  readonly touchedAt: string;
  readonly endedAt: string | null;
  readonly forgottenAt: string | null;
  readonly bytes: number;
  readonly hash: Buffer | null;
  readonly guessedEncoding: ImportEncoding | null;
  readonly guessCertain: boolean;
  readonly encoding: ImportEncoding | null;
  readonly delimiter: ImportDelimiter | null;
  readonly columns: readonly (ImportField | null)[] | null;
  readonly locale: Locale | null;
  readonly checks: number;
  readonly problem: MemberImport['problem'];
  readonly readLine: number;
  readonly readBytes: number;
  readonly lines: number;
  readonly newLines: number;
  readonly changedLines: number;
  readonly existingLines: number;
  readonly unchangedLines: number;
  readonly skippedLines: number;
  readonly faultyLines: number;
  /** entries with several values where one is taken */
  readonly furtherValues: number;
  readonly sendInvitations: boolean | null;
  readonly leaveOutFaulty: boolean | null;
  readonly appliedLine: number;
  readonly appliedLines: number;
  readonly added: number;
  readonly changed: number;
  readonly written: number;
  readonly unchanged: number;
  readonly leftOut: number;
  /** how many member numbers are set aside for it */
  readonly numbersAside: number;
}

/** The columns of an import `i`. */
export const IMPORT_COLUMNS = `i.id, i.state, i.member_id as "memberId", i.account_id as "accountId",
  i.member_number as number,
  ${instantColumn('i.created_at')} as "createdAt", ${instantColumn('i.touched_at')} as "touchedAt",
  ${instantColumn('i.ended_at')} as "endedAt", ${instantColumn('i.forgotten_at')} as "forgottenAt",
  i.bytes, i.hash, i.guessed_encoding as "guessedEncoding", i.guess_certain as "guessCertain", i.encoding, i.delimiter, i.columns, i.locale, i.checks, i.problem,
  i.read_line as "readLine", i.read_bytes as "readBytes", i.lines, i.new_lines as "newLines", i.changed_lines as "changedLines",
  i.existing_lines as "existingLines", i.unchanged_lines as "unchangedLines", i.skipped_lines as "skippedLines", i.faulty_lines as "faultyLines",
  i.further_values as "furtherValues",
  i.send_invitations as "sendInvitations", i.leave_out_faulty as "leaveOutFaulty", i.applied_line as "appliedLine", i.applied_lines as "appliedLines",
  i.added, i.changed, i.written, i.unchanged, i.left_out as "leftOut", cardinality(i.numbers) as "numbersAside"`;

/** How many lines of an import have anything to be applied. */
export const linesToApply = ({ newLines, changedLines, existingLines }: ImportRow): number => newLines + changedLines + existingLines;

/** An import as it is shown to somebody who may import. */
export function presentImport(row: ImportRow, { memberId }: Pick<MemberActor, 'memberId'>): MemberImport {
  const { id, state, createdAt, bytes, checks, sendInvitations, leaveOutFaulty, endedAt, forgottenAt, number } = row;
  return {
    ...{ id, state, createdAt, bytes, check: checks, sendInvitations, leaveOutFaulty, endedAt, forgottenAt },
    by: { memberId: row.memberId, number, me: row.memberId === memberId },
    problem: row.problem,
    reading: readingOf(row),
    progress: progressOf(row),
    counts: countsOf(row),
    furtherValues: row.furtherValues,
    result: resultOf(row),
    may: rightsOf(row, row.memberId === memberId),
  };
}

function readingOf({ encoding, delimiter, columns, locale }: ImportRow): MemberImport['reading'] {
  if (encoding === null || delimiter === null || columns === null || locale === null) return null;
  return { encoding, delimiter, columns: [...columns], locale };
}

function progressOf({ state, readBytes, bytes, appliedLines, lines, faultyLines }: ImportRow): MemberImport['progress'] {
  if (state === 'checking') return { done: Math.min(readBytes, bytes), total: bytes };
  return state === 'applying' ? { done: appliedLines, total: lines - faultyLines } : null;
}

const CHECKED: readonly ImportState[] = ['checked', 'applying', 'applied', 'stopped', 'cancelled'];

function countsOf({ state, lines, newLines, changedLines, existingLines, unchangedLines, skippedLines, faultyLines }: ImportRow): MemberImport['counts'] {
  if (!CHECKED.includes(state) || lines === 0) return null;
  return { lines, new: newLines, changed: changedLines, existing: existingLines, unchanged: unchangedLines, skipped: skippedLines, faulty: faultyLines };
}

function resultOf({ sendInvitations, added, changed, written, unchanged, leftOut }: ImportRow): MemberImport['result'] {
  return sendInvitations === null ? null : { added, changed, written, unchanged, leftOut };
}

function rightsOf(row: ImportRow, own: boolean): MemberImport['may'] {
  const { state } = row;
  const resting = state === 'received' || state === 'checked';
  return {
    preview: own && (resting || state === 'checking'),
    check: own && resting,
    apply: own && state === 'checked' && linesToApply(row) > 0,
    cancel: resting || state === 'receiving' || state === 'checking',
  };
}
