import type { ImportLineFault, ImportPreview, MemberImport } from '@smartpar/members/model';

/** What a check found in five thousand lines with three faults. */
export const COUNTS: NonNullable<MemberImport['counts']> = { lines: 5000, new: 4997, changed: 0, existing: 0, unchanged: 0, skipped: 0, faulty: 3 };

/** How the file of the examples was said to be written. */
export const READING: NonNullable<MemberImport['reading']> = {
  encoding: 'utf-8',
  delimiter: ';',
  columns: ['email', 'firstName', null],
  locale: 'de',
};

/** An import whose file has just arrived, brought by whoever reads; say what differs. */
export const memberImport = (facts: Partial<MemberImport> = {}): MemberImport => ({
  id: 'import-1',
  state: 'received',
  createdAt: '2026-03-02T09:00:00Z',
  by: { memberId: 'member-9', number: 10001, me: true },
  bytes: 472_812,
  check: 0,
  problem: null,
  reading: null,
  progress: null,
  counts: null,
  furtherValues: 0,
  sendInvitations: null,
  leaveOutFaulty: null,
  result: null,
  endedAt: null,
  forgottenAt: '2026-03-09T09:00:00Z',
  may: { preview: true, check: true, apply: false, cancel: true },
  ...facts,
});

/** One that was checked and waits for a decision. */
export const checkedImport = (facts: Partial<MemberImport> = {}): MemberImport =>
  memberImport({ state: 'checked', check: 1, reading: READING, counts: COUNTS, may: { preview: true, check: true, apply: true, cancel: true }, ...facts });

/** One that is done. */
export const appliedImport = (facts: Partial<MemberImport> = {}): MemberImport =>
  checkedImport({
    state: 'applied',
    sendInvitations: false,
    leaveOutFaulty: true,
    result: { added: 4997, changed: 0, written: 0, unchanged: 0, leftOut: 3 },
    endedAt: '2026-03-02T09:05:00Z',
    forgottenAt: null,
    may: { preview: false, check: false, apply: false, cancel: false },
    ...facts,
  });

/** How the beginning of the file reads. */
export const importPreview = (facts: Partial<ImportPreview> = {}): ImportPreview => ({
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  guess: { encoding: 'utf-8', delimiter: ';', certain: true },
  columns: [
    { heading: 'E-Mail', field: 'email', kept: true },
    { heading: 'Vorname', field: 'firstName', kept: false },
    { heading: '', field: null, kept: false },
  ],
  sample: [
    ['ana@larkspur.example', 'Zoé', ''],
    ['bo@larkspur.example', 'Jürgen', 'x'],
  ],
  problem: null,
  ...facts,
});

/** A line without a sign for mail in its address; say what differs. */
export const lineFault = (facts: Partial<ImportLineFault> = {}): ImportLineFault => ({
  line: 12,
  column: 1,
  field: 'email',
  code: 'address_invalid',
  facts: {},
  ...facts,
});
