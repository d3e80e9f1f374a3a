import { inflateSync } from 'node:zlib';

/** Sizes of what both forms begin with, and of what they say of each table. */
const PACKED = { head: 44, table: 20 } as const;
const PLAIN = { head: 12, table: 16 } as const;

interface Table {
  readonly tag: number;
  /** where it lies in the packed font */
  readonly from: number;
  readonly bytes: Buffer;
  readonly checksum: number;
}

/**
 * Unpacks a font from the form in which it is sent to browsers. Whoever reads it packed inflates the same table again for each letter.
 * @param woff a font that is WOFF 1.0
 * @returns the same font as OpenType, byte by byte what was packed
 * @throws {Error} for anything else
 * @see https://www.w3.org/TR/WOFF/
 */
export function unpackedFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no font in the form WOFF 1.0.');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, n) => tableAt(woff, PACKED.head + n * PACKED.table));
  const font = Buffer.alloc(woff.readUInt32BE(16));
  const power = Math.floor(Math.log2(tables.length));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  [tables.length, PLAIN.table * 2 ** power, power, PLAIN.table * (tables.length - 2 ** power)].forEach((figure, n) => font.writeUInt16BE(figure, 4 + 2 * n));
  // what is said of the tables stands by name, and they themselves in the order they were in
  let at = PLAIN.head + tables.length * PLAIN.table;
  for (const { tag, checksum, bytes } of tables.toSorted((one, other) => one.from - other.from)) {
    const place = PLAIN.head + PLAIN.table * tables.findIndex((table) => table.tag === tag);
    [tag, checksum, at, bytes.length].forEach((figure, n) => font.writeUInt32BE(figure, place + 4 * n));
    bytes.copy(font, at);
    at += 4 * Math.ceil(bytes.length / 4);
  }
  return font;
}

function tableAt(woff: Buffer, place: number): Table {
  const [tag = 0, from = 0, packed = 0, length = 0, checksum = 0] = [0, 4, 8, 12, 16].map((offset) => woff.readUInt32BE(place + offset));
  const stored = woff.subarray(from, from + packed);
  return { tag, from, checksum, bytes: packed < length ? inflateSync(stored) : stored };
}
