/**
 * A profile of processor time, as V8 tells it.
 * @typedef {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} Frame
 * @typedef {{ nodes: { id: number, callFrame: Frame, children?: number[] }[], samples?: number[], timeDeltas?: number[] }} Profile
 */

/**
 * Nothing is done, or only the profile is begun and ended.
 * @param {Frame | undefined} frame
 */
const isBeside = (frame) => frame?.functionName === '(idle)' || frame?.url.startsWith('node:inspector') === true;

/**
 * How much of the processor time in a profile some code took: by itself, and with everything it had done by others while it waited for them.
 * @param {Profile} profile
 * @param {(frame: Frame) => boolean} isPart
 * @returns {{ self: number, total: number, samples: number }} shares of all the time in which the program did something, and how often was looked while something was done
 */
export function shareIn({ nodes, samples = [], timeDeltas = [] }, isPart) {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id);
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  /** @type {Map<number, boolean>} */
  const parts = new Map();
  for (const [id, frame] of frames) parts.set(id, isPart(frame));
  const isWithin = (/** @type {number | undefined} */ id) => {
    for (let at = id; at !== undefined; at = parents.get(at)) if (parts.get(at) === true) return true;
    return false;
  };
  const sums = { all: 0, self: 0, total: 0, samples: 0 };
  for (const [n, id] of samples.entries()) {
    if (isBeside(frames.get(id))) continue;
    const took = Math.max(0, timeDeltas[n] ?? 0);
    sums.all += took;
    sums.samples += 1;
    if (parts.get(id) === true) sums.self += took;
    if (isWithin(id)) sums.total += took;
  }
  const share = (/** @type {number} */ part) => (sums.all === 0 ? Number.NaN : part / sums.all);
  return { self: share(sums.self), total: share(sums.total), samples: sums.samples };
}
