import { eachLine } from './lines.mjs';
import { openCheckpoint } from './note.mjs';
import { Place } from './place.mjs';
import { Tree } from './tree.mjs';
import { Trims } from './trims.mjs';

/**
 * @typedef {import('./note.mjs').Checkpoint} Checkpoint
 * @typedef {import('./note.mjs').VerifierKey} VerifierKey
 * @typedef {{ from: number, to: number, id: string | null, sentence: string }} Fault the first place that does not fit, or between which two it is
 * @typedef {{ fits: boolean, size: number, covered: number, trimmed: number, left: number, unsealed: number, late: readonly string[], fault: Fault | null }} Verdict
 */

const UNSEALED_TRIM = 'The entry at this place is gone, and the trim is not sealed yet. Take the log out again.';

/** What is wrong with a file, so that reading on is of no use. */
class Misfit extends Error {
  /** @param {Fault} fault */
  constructor(fault) {
    super(fault.sentence);
    this.fault = fault;
  }
}

/**
 * Checks a log that was taken out against checkpoints that were kept elsewhere.
 * @param {{ file: string, held: readonly Checkpoint[], keys: readonly VerifierKey[] }} what
 * @returns {Promise<Verdict>}
 */
export async function verifyLog({ file, held, keys }) {
  const wanted = held.toSorted((one, other) => one.size - other.size);
  const first = await attempt(() => read(file, { wanted, keys, locating: false }));
  if (!(first instanceof Misfit)) return first;
  // The hashes told beside the entries are not trusted, but where one of them differs from its entry, that is the place.
  const second = await attempt(() => read(file, { wanted, keys, locating: true }));
  const { fault } = second instanceof Misfit ? second : first;
  return { fits: false, size: 0, covered: 0, trimmed: 0, left: 0, unsealed: 0, late: [], fault };
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | Misfit>}
 */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Misfit) return error;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {{ wanted: readonly Checkpoint[], keys: readonly VerifierKey[], locating: boolean }} how
 * @returns {Promise<Verdict>}
 */
async function read(file, { wanted, keys, locating }) {
  const [tree, place, trims] = [new Tree(), new Place(), new Trims()];
  const state = { origin: '', size: -1, part: /** @type {{ from: number, to: number } | null} */ (null), left: 0, ended: false, next: 0, fitting: 0, newest: '', unsealed: /** @type {{ id: string, at: string }[]} */ ([]) };

  const check = (/** @type {Checkpoint} */ { root, size }) => {
    if (!tree.root().equals(root)) throw new Misfit(between(state.fitting, size));
    state.fitting = size;
    trims.covered();
  };
  const held = () => {
    for (; wanted[state.next]?.size === tree.size; state.next += 1) check(/** @type {Checkpoint} */ (wanted[state.next]));
  };
  const isBeyond = () => wanted.length > 0 && state.next === wanted.length;
  const other = (/** @type {string} */ line) => {
    const told = parsed(line);
    if (told === null || state.ended) throw new Misfit(at(tree.size, 'The line is not one a log is taken out in.'));
    if (state.size < 0) begin(told);
    else if (typeof told['checkpoint'] === 'string') own(told['checkpoint']);
    else if (told['unsealed'] !== undefined) {
      state.unsealed.push(/** @type {{ id: string, at: string }} */ (told['unsealed']));
      trims.told(told['unsealed']);
    } else if (told['end'] === true) state.ended = true;
    else throw new Misfit(at(tree.size, 'The line is not one a log is taken out in.'));
  };
  const begin = (/** @type {Record<string, unknown>} */ told) => {
    const { log, version, size } = told;
    if (typeof log !== 'string' || version !== 1 || typeof size !== 'number') throw new Misfit(at(0, 'The file is no log that was taken out as JSON Lines.'));
    Object.assign(state, { origin: log, size, part: partOf(told['part']) });
    const foreign = wanted.find(({ origin }) => origin !== log);
    if (foreign !== undefined) throw new Misfit(at(0, `The checkpoint is of another log: ${foreign.origin}, and the file is of ${log}.`));
    held();
  };
  const own = (/** @type {string} */ note) => {
    // Those in the file help to find the place. What holds is what was kept elsewhere; the last one is for what came after, and for all where nothing was kept.
    const last = tree.size === state.size;
    if (!locating && !last) return;
    const opened = openOrNull(note, keys);
    if (opened !== null && opened.origin === state.origin && opened.size === tree.size) check(opened);
    else if (last && wanted.length === 0) throw new Misfit(at(Math.max(0, tree.size - 1), 'The checkpoint in the file was not signed by the key.'));
  };

  const whole = await eachLine(file, (bytes, from, to) => {
    if (state.size < 0 || !place.read(bytes, from, to)) return other(bytes.toString('utf8', from, to));
    const { position } = place;
    if (position !== tree.size) throw new Misfit(at(tree.size, outOfPlace(tree.size, place)));
    // A part of a log says which places it has; of all others only the hashes are told.
    if (isOutside(state.part, position)) state.left += place.filled ? 0 : 1;
    else if (!place.filled) trims.gone(position);
    // Of an entry that was trimmed its hash is left, and what was kept elsewhere covers that.
    const leaf = place.filled ? place.hash() : Buffer.from(place.told, 'base64');
    // Beyond what was kept elsewhere the hash beside the entry is all there is to hold it to.
    if ((locating || isBeyond()) && leaf.toString('base64') !== place.told)
      throw new Misfit({ ...at(position, 'The entry is not the one that was sealed.'), id: idOf(place.entry) });
    if (place.tellsOfTrim) trims.told(parsed(place.entry));
    if (position === state.size - 1) state.newest = place.entry;
    tree.add(leaf);
    if (wanted[state.next]?.size === tree.size) held();
  });

  const missing = wanted[state.next];
  if (missing !== undefined) {
    // What is missing may be the end, or anything behind the last checkpoint that fits.
    const ending = at(tree.size, `The log ends here, and the checkpoint covers ${missing.size} entries.`);
    throw new Misfit({ ...ending, from: Math.min(state.fitting, tree.size) });
  }
  if (tree.size !== state.size || !whole || !state.ended) throw new Misfit(at(tree.size, 'The file ends here; it was not taken out whole.'));
  if (state.fitting === 0 && tree.size > 0)
    throw new Misfit({ ...at(0, 'No checkpoint of the file fits, and none was given, so nothing shows what was sealed.'), to: tree.size - 1 });
  const { unexplained } = trims;
  if (unexplained !== null) throw new Misfit(at(unexplained.position, unexplained.claimed ? UNSEALED_TRIM : 'The entry at this place is gone.'));
  const newest = parsed(state.newest)?.['at'];
  const late = state.unsealed.filter((entry) => typeof newest === 'string' && entry.at < newest).map(({ id }) => id);
  return {
    fits: true,
    size: tree.size,
    covered: wanted.at(-1)?.size ?? state.fitting,
    trimmed: trims.count,
    left: state.left,
    unsealed: state.unsealed.length,
    late,
    fault: null,
  };
}

/**
 * @param {unknown} told which places a file has, where it is a part of a log
 * @returns {{ from: number, to: number } | null}
 */
function partOf(told) {
  if (typeof told !== 'object' || told === null || !('from' in told) || !('to' in told)) return null;
  return typeof told.from === 'number' && typeof told.to === 'number' ? { from: told.from, to: told.to } : null;
}

/**
 * @param {{ from: number, to: number } | null} part
 * @param {number} position
 */
const isOutside = (part, position) => part !== null && (position < part.from || position >= part.to);

/**
 * @param {number} expected
 * @param {Place} place
 */
const outOfPlace = (expected, { position }) =>
  position > expected ? `The entry at this place is gone: place ${position} follows.` : `Place ${position} comes a second time here.`;

/**
 * @param {number} position
 * @param {string} sentence
 * @returns {Fault}
 */
const at = (position, sentence) => ({ from: position, to: position, id: null, sentence });

/**
 * @param {number} from
 * @param {number} size
 * @returns {Fault}
 */
const between = (from, size) => ({
  from,
  to: size - 1,
  id: null,
  sentence: 'One of the entries here is not the one that was sealed, and its hash was changed with it.',
});

/**
 * @param {string} note
 * @param {readonly VerifierKey[]} keys
 */
function openOrNull(note, keys) {
  try {
    return openCheckpoint(note, keys);
  } catch {
    return null;
  }
}

/** @param {string} entry */
function idOf(entry) {
  const id = parsed(entry)?.['id'];
  return typeof id === 'string' ? id : null;
}

/**
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
