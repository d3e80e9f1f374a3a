import { createReadStream } from 'node:fs';

const LINE_BREAK = 0x0a;
const CHUNK = 1024 * 1024;

/**
 * Reads a file line by line without keeping it.
 * @param {string} file
 * @param {(bytes: Buffer, from: number, to: number) => void} onLine told where in the bytes the line stands, its line break left out; the bytes are the caller's only until it returns
 * @returns {Promise<boolean>} whether the file ended with a line break
 */
export async function eachLine(file, onLine) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    const bytes = rest.length === 0 ? /** @type {Buffer} */ (chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = bytes.indexOf(LINE_BREAK); to !== -1; to = bytes.indexOf(LINE_BREAK, from)) {
      onLine(bytes, from, to);
      from = to + 1;
    }
    rest = bytes.subarray(from);
  }
  return rest.length === 0;
}
