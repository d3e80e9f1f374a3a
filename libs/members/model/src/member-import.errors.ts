import { conflict, DomainError, invalid } from '@smartpar/kernel';

/** Members are imported one file at a time. */
export const anotherImportOpen = (): DomainError =>
  conflict('member-import.another_open', 'Another import of your organization is not finished. Finish or cancel it first.');

/** The import is not in a state for this. */
export const importStateForbids = (): DomainError =>
  conflict('member-import.state_forbids', 'This is not possible in the state the import is in now. Load the page again to see it.');

/** It was checked again since it was looked at. */
export const importCheckedMeanwhile = (): DomainError =>
  conflict('member-import.checked_meanwhile', 'The file was checked again since you looked. Look at the new counts first.');

/** Faulty lines are not left out unless that is said. */
export const importHasFaults = (): DomainError =>
  conflict('member-import.has_faults', 'Some lines are faulty. Mend the file and bring it again, or say that these lines are left out.');

/** There is nothing in it to be applied. */
export const nothingToImport = (): DomainError => conflict('member-import.nothing_to_do', 'No line of this file would change anything.');

/** What was sent is no file. */
export const notAFile = (): DomainError => invalid('member-import.no_file', 'Send the file itself, as text/csv.');

/** The file holds nothing. */
export const emptyFile = (): DomainError => invalid('member-import.empty', 'The file is empty. Choose another one.');

/** There are headings at most. */
export const noLines = (): DomainError =>
  invalid('member-import.no_lines', 'There are no people in this file. In a CSV file, the first line must name the columns, and each further line a person.');

/** It is a spreadsheet in a format of its own. */
export const spreadsheetFile = (): DomainError =>
  invalid('member-import.spreadsheet', 'This is a spreadsheet in a format of its own. Open it, save it as CSV, and choose that file.');

/** It is not text at all. */
export const notText = (): DomainError =>
  invalid('member-import.not_text', 'This file is not a CSV or LDIF file. Open the list in your spreadsheet program, save it as CSV, and choose that file.');

/** The file is larger than can be taken. */
export const fileTooLarge = (): DomainError =>
  new DomainError({ code: 'member-import.too_large', status: 413, message: 'The file is larger than 50 MB. Split it and import one part after the other.' });

/** The connection broke before the whole file was there. */
export const fileIncomplete = (): DomainError => invalid('member-import.incomplete', 'The file did not arrive completely. Send it again.');

/** As many columns must be named as the file has. */
export const columnsDiffer = (): DomainError =>
  invalid('member-import.columns_differ', 'Read like this, the file has another number of columns. Look at the preview again.', [
    { field: 'columns', code: 'wrong_number', message: 'Say for each column of the file what it is.' },
  ]);
