import { StartError } from '../start-error';
import type { BackupManifest, TableEnd } from './manifest';

/** What a backup is made of, in order: the manifest, then per table its rows and its end, then the end of all. */
export type Frame =
  | { readonly kind: 'manifest'; readonly manifest: BackupManifest }
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'table-end'; readonly end: TableEnd }
  | { readonly kind: 'end' };

const CODES = { manifest: 1, rows: 2, 'table-end': 3, end: 4 } as const;
const HEAD_BYTES = 5;
/** Longer ones no backup holds. */
const LONGEST_BYTES = 16 * 1024 * 1024;
/** Rows are cut into pieces of this size, wherever that falls. */
const ROWS_BYTES = 256 * 1024;

/** Writes a frame as bytes; rows in pieces. */
export function* encodeFrame(frame: Frame): Generator<Buffer> {
  if (frame.kind === 'rows') {
    for (let start = 0; start < frame.bytes.length; start += ROWS_BYTES) yield* framed(CODES.rows, frame.bytes.subarray(start, start + ROWS_BYTES));
    return;
  }
  if (frame.kind === 'end') yield* framed(CODES.end, Buffer.alloc(0));
  else yield* framed(CODES[frame.kind], Buffer.from(JSON.stringify(frame.kind === 'manifest' ? frame.manifest : frame.end)));
}

/**
 * Reads frames back out of bytes that arrive in any pieces.
 * @throws {StartError} on what no backup holds
 */
export async function* decodeFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    while (held.length >= HEAD_BYTES) {
      const length = held.readUInt32BE(1);
      if (length > LONGEST_BYTES) throw unreadable();
      if (held.length < HEAD_BYTES + length) break;
      yield frameOf(held.readUInt8(0), held.subarray(HEAD_BYTES, HEAD_BYTES + length));
      held = held.subarray(HEAD_BYTES + length);
    }
  }
  if (held.length > 0) throw unreadable();
}

function* framed(code: number, content: Buffer): Generator<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(code, 0);
  head.writeUInt32BE(content.length, 1);
  yield head;
  if (content.length > 0) yield content;
}

function frameOf(code: number, content: Buffer): Frame {
  switch (code) {
    case CODES.manifest:
      return { kind: 'manifest', manifest: JSON.parse(content.toString()) as BackupManifest }; // as: sealed by this program
    case CODES.rows:
      return { kind: 'rows', bytes: content };
    case CODES['table-end']:
      return { kind: 'table-end', end: JSON.parse(content.toString()) as TableEnd }; // as: the same
    case CODES.end:
      return { kind: 'end' };
    default:
      throw unreadable();
  }
}

const unreadable = (): StartError =>
  new StartError('The backup holds what this version cannot read, so nothing was restored: restore it with the version that made it.');
