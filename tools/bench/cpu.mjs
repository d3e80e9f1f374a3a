import { readFileSync } from 'node:fs';

/** Clock ticks of a second, as Linux counts processor time. */
const TICKS = 100;

/**
 * Processor seconds that some processes have used so far, with their children where asked for. How busy the machine is with
 * other things hardly changes them, unlike requests per second.
 * @param {{ alone: number, family: number }} pids of a process, and of one that counts with all it started
 * @returns {number} not a number where the machine does not tell
 */
export function cpuSeconds({ alone, family }) {
  try {
    const children = readFileSync(`/proc/${family}/task/${family}/children`, 'utf8').trim().split(' ').filter(Boolean);
    // Those that have ended are in the sum their parent keeps.
    const ticks = [ticksOf(alone, 2), ticksOf(family, 4), ...children.map((child) => ticksOf(Number(child), 2))];
    return ticks.reduce((sum, one) => sum + one, 0) / TICKS;
  } catch {
    return Number.NaN;
  }
}

/** @param {number} pid */
export const parentOf = (pid) => Number(fieldsOf(pid)[1]);

/**
 * @param {number} pid
 * @param {2 | 4} fields its own time, or also that of children that have ended
 */
const ticksOf = (pid, fields) =>
  fieldsOf(pid)
    .slice(11, 11 + fields)
    .reduce((sum, field) => sum + Number(field), 0);

/**
 * What Linux tells about a process, behind its name.
 * @param {number} pid
 */
function fieldsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
