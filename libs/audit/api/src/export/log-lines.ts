import { canonicalText, type RecordedEntry } from '@smartpar/audit/model';
import { stringify } from 'csv-stringify/sync';
import { originOf } from '../note/checkpoint-note';
import type { Place, StoredCheckpoint } from '../sealed-log-reader.repository';
import type { Range } from '../tree/ranges';

/** How a log is written down in some form. */
export interface LogLines {
  /** @param part the places whose entries are in it, where it is not all of them */
  readonly beginning: (organizationId: string, size: number, part?: Range) => string;
  /** @param checkpoints those that cover these places and none after them, the oldest first */
  readonly places: (places: readonly Place[], checkpoints: readonly StoredCheckpoint[]) => string;
  readonly unsealed: (entries: readonly RecordedEntry[]) => string;
  readonly end: () => string;
}

/**
 * JSON Lines that can be checked offline: each entry stands in its line byte by byte as it was hashed, each checkpoint behind what it covers. The
 * last line says that it is the last, so that half a file is not taken for a whole one.
 */
export const jsonLines: LogLines = {
  beginning: (organizationId, size, part) => `${JSON.stringify({ log: originOf(organizationId), version: 1, size, ...(part && { part }) })}\n`,
  places: (places, checkpoints) => {
    const notes = new Map(checkpoints.map(({ size, note }) => [size, `${JSON.stringify({ checkpoint: note })}\n`]));
    return places.map((place) => `${lineOf(place)}${notes.get(place.position + 1) ?? ''}`).join('');
  },
  unsealed: (entries) => entries.map((entry) => `{"unsealed":${canonicalText(entry)}}\n`).join(''),
  end: () => '{"end":true}\n',
};

function lineOf({ position, leaf, entry }: Place): string {
  const place = `{"position":${position},"leaf":"${leaf.toString('base64')}"`;
  return entry === null ? `${place}}\n` : `${place},"entry":${canonicalText(entry)}}\n`;
}

/** Tells spreadsheet programs that the file is UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

const HEADING = ['position', 'id', 'at', 'actor', 'actor id', 'roles', 'action', 'about', 'about id', 'facts'];

/**
 * CSV for spreadsheet programs. A cell that such a program would calculate begins with an apostrophe instead.
 * @see RFC 4180
 */
export const csvLines: LogLines = {
  beginning: () => `${BYTE_ORDER_MARK}${csv([HEADING])}`,
  places: (places) => csv(places.flatMap(({ position, entry }) => (entry === null ? [] : [[String(position), ...cellsOf(entry)]]))),
  unsealed: (entries) => csv(entries.map((entry) => ['', ...cellsOf(entry)])),
  end: () => '',
};

const csv = (lines: readonly (readonly string[])[]): string =>
  stringify(
    lines.map((cells) => [...cells, ...HEADING.slice(cells.length).map(() => '')]),
    { record_delimiter: '\r\n', escape_formulas: true },
  );

const cellsOf = ({ id, at, actor, action, target, facts }: RecordedEntry): readonly string[] => [
  id,
  at.toString(),
  actor.kind,
  actor.id ?? '',
  actor.roles.join(' '),
  action,
  target.noun,
  target.id,
  JSON.stringify(facts),
];
