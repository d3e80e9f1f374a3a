import { Injectable, inject } from '@angular/core';
import {
  MAX_IMPORT_COLUMNS,
  MAX_IMPORT_LINES,
  memberNumberText,
  type ImportDelimiter,
  type ImportLineFault,
  type ImportState,
  type MemberImport,
} from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';

const DELIMITERS: Readonly<Record<ImportDelimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** Says the things of an import in the language in use; read in a template the sentences follow it. */
@Injectable({ providedIn: 'root' })
export class ImportWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** What is wrong with a line. */
  what({ code, facts }: ImportLineFault): string {
    const { max = 0, cells = 0, expected = 0, firstLine = 0 } = facts;
    return this.say(`fault.${code}.what`, { max: this.formats.count(max), cells, expected, firstLine });
  }

  /** What to do about it. */
  todo({ code }: ImportLineFault): string {
    return this.say(`fault.${code}.todo`);
  }

  /** Where in the line it is: the letter by which spreadsheet programs know the column, and what it was taken for. */
  column({ column, field }: ImportLineFault): string {
    if (column === null) return field === null ? this.say('found.faults.whole') : this.say(`field.${field}`);
    return [columnLetters(column), ...(field === null ? [] : [this.say(`field.${field}`)])].join(' · ');
  }

  /** Why a file could not be read at all, and where that showed. */
  problem({ code, line }: NonNullable<MemberImport['problem']>): string {
    const figures = { lines: this.formats.count(MAX_IMPORT_LINES), columns: this.formats.count(MAX_IMPORT_COLUMNS) };
    const sentence = this.say(`problem.${code}`, figures);
    return line === null ? sentence : `${this.say('problem.atLine', { line })} ${sentence}`;
  }

  /** What stands between cells. */
  delimiter(delimiter: ImportDelimiter): string {
    return this.say(`reading.delimiters.${DELIMITERS[delimiter]}`);
  }

  /** Where an import stands. */
  state(state: ImportState): string {
    return this.say(`state.${state}`);
  }

  /** Who brought it: a member number, and whether that is whoever reads. */
  by({ number, me }: MemberImport['by']): string {
    return me ? `${memberNumberText(number)} (${this.say('me')})` : memberNumberText(number);
  }

  /** What the check found while a decision is awaited, in one sentence; `null` at any other time. */
  found({ state, counts }: MemberImport): string | null {
    if (state !== 'checked' || counts === null) return null;
    const figure = (key: 'new' | 'faulty'): string => `${this.say(`found.${key}`)}: ${this.formats.count(counts[key])}`;
    return `${this.language.sayCount('members.import.found.lines', counts.lines)} ${figure('new')}. ${figure('faulty')}.`;
  }

  /** What applying it would do, for its button. */
  deed({ new: added, changed, existing }: NonNullable<MemberImport['counts']>): string {
    const changing = changed + existing;
    if (changing === 0) return this.language.sayCount('members.import.apply.add', added);
    if (added === 0) return this.language.sayCount('members.import.apply.change', changing);
    return this.say('apply.both', { added: this.formats.count(added), changed: this.formats.count(changing) });
  }

  private say(key: string, figures: Readonly<Record<string, string | number>> = {}): string {
    return this.language.say(`members.import.${key}`, figures);
  }
}

/** The letters of a column counted from 1, as spreadsheet programs write them: A, B, ... Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCodePoint(65 + ((column - 1) % 26))}`;
}
