import { hash } from 'node:crypto';

const BEGINNING = Buffer.from('{"position":');
const LEAF = Buffer.from(',"leaf":"');
const ENTRY = Buffer.from('","entry":');
const TRIMMED = Buffer.from('{"action":"audit-log.trimmed"');
const LEAF_LENGTH = 44;
const [ZERO, NINE, CLOSING] = [0x30, 0x39, 0x7d];

/**
 * One line of an export that gives an entry its place: `{"position":0,"leaf":"...","entry":{...}}`. Read byte by byte, since there may be millions.
 */
export class Place {
  position = 0;
  /** @type {Buffer} */
  #bytes = Buffer.alloc(0);
  #leafAt = 0;
  #entryAt = 0;
  #end = 0;

  /**
   * Looks at a line.
   * @param {Buffer} bytes
   * @param {number} from
   * @param {number} to
   * @returns {boolean} whether it is of this kind
   */
  read(bytes, from, to) {
    if (!stands(BEGINNING, bytes, from)) return false;
    let at = from + BEGINNING.length;
    let position = 0;
    for (let digit = bytes[at] ?? 0; digit >= ZERO && digit <= NINE; digit = bytes[(at += 1)] ?? 0) position = position * 10 + digit - ZERO;
    if (!stands(LEAF, bytes, at) || bytes[to - 1] !== CLOSING) return false;
    this.position = position;
    this.#bytes = bytes;
    this.#leafAt = at + LEAF.length;
    this.#entryAt = stands(ENTRY, bytes, this.#leafAt + LEAF_LENGTH) ? this.#leafAt + LEAF_LENGTH + ENTRY.length : to;
    this.#end = to - 1;
    return true;
  }

  /** Whether there is an entry at this place. */
  get filled() {
    return this.#entryAt < this.#end;
  }

  /** Whether the entry says that others were trimmed. */
  get tellsOfTrim() {
    return stands(TRIMMED, this.#bytes, this.#entryAt);
  }

  /** The hash the log says the entry has. */
  get told() {
    return this.#bytes.toString('latin1', this.#leafAt, this.#leafAt + LEAF_LENGTH);
  }

  /** The text of the entry. */
  get entry() {
    return this.#bytes.toString('utf8', this.#entryAt, this.#end);
  }

  /** The hash the entry has: of a zero byte, which takes the place of the colon before it, and its bytes. */
  hash() {
    this.#bytes[this.#entryAt - 1] = 0;
    return hash('sha256', this.#bytes.subarray(this.#entryAt - 1, this.#end), 'buffer');
  }
}

/**
 * @param {Buffer} literal
 * @param {Buffer} bytes
 * @param {number} at
 */
function stands(literal, bytes, at) {
  for (let index = 0; index < literal.length; index += 1) if (bytes[at + index] !== literal[index]) return false;
  return true;
}
