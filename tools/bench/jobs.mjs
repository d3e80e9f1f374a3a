import { readdir } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { median } from './figures.mjs';

/**
 * Work that goes on behind a request, beside the least that PostgreSQL needs to put the same rows into the same tables. A file in `benches/` may
 * export `jobs`, a list of these.
 * @typedef {object} Job
 * @property {string} name what is done, in words
 * @property {number} least share of the floor's speed that must be reached
 * @property {number} megabytes most memory the server may have taken at any moment
 * @property {(house: JobHouse) => Promise<Measure>} prepare makes what is needed
 *
 * @typedef {import('./bench.mjs').House & { appUrl: string }} JobHouse
 * @typedef {object} Measure
 * @property {(turn: number) => Promise<Took>} ours
 * @property {(turn: number) => Promise<Took>} floor
 *
 * @typedef {{ lines: number, seconds: number }} Took
 * @typedef {{ name: string, held: boolean, cells: string[] }} Row
 */

const FOLDER = new URL('benches/', import.meta.url);

/** Heads of the table of jobs. */
export const JOB_HEADS = ['job', 'ours lines/s', 'floor lines/s', 'ratio', 'at least', 'most MB', 'at most', 'verdict'];

/** @returns {Promise<Job[]>} those of every file in `benches/` that has any */
export async function loadJobs() {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.bench.mjs')).sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, FOLDER).href)));
  return modules.flatMap(({ jobs = [] }) => /** @type {Job[]} */ (jobs)); // as: what a file of benches exports under this name
}

/**
 * Does each job several times, ours and the floor by turns, so that whatever else the machine is busy with weighs on both alike.
 * @param {readonly Job[]} jobs
 * @param {{ house: JobHouse, pid: number, rounds: number, say: (line: string) => void }} how
 * @returns {Promise<Row[]>}
 */
export async function runJobs(jobs, { house, pid, rounds, say }) {
  const rows = [];
  for (const { name, least, megabytes, prepare } of jobs) {
    const { ours, floor } = await prepare(house);
    const turns = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const slow = speedOf(await floor(turn));
      forgetPeak(pid);
      const fast = speedOf(await ours(turn));
      turns.push({ ours: fast, floor: slow, peak: peakOf(pid) });
      say(`${name}: turn ${turn + 1} of ${rounds}, ${Math.round(fast)} and ${Math.round(slow)} lines a second.`);
    }
    rows.push(rowOf({ name, least, megabytes }, turns));
  }
  return rows;
}

/**
 * @param {Pick<Job, 'name' | 'least' | 'megabytes'>} job
 * @param {readonly { ours: number, floor: number, peak: number }[]} turns
 * @returns {Row}
 */
export function rowOf({ name, least, megabytes }, turns) {
  const ratio = median(turns.map(({ ours, floor }) => ours / floor));
  const peak = Math.max(...turns.map((turn) => turn.peak));
  const broken = [ratio < least ? `under ${least}` : null, peak > megabytes ? `over ${megabytes} MB` : null].filter((fault) => fault !== null);
  const [ours, floor] = [median(turns.map((turn) => turn.ours)), median(turns.map((turn) => turn.floor))];
  return {
    name,
    held: broken.length === 0,
    cells: [
      name,
      ...[Math.round(ours), Math.round(floor)].map((figure) => figure.toLocaleString('en')),
      ...[ratio.toFixed(2), least.toFixed(2), Number.isNaN(peak) ? '-' : String(Math.round(peak)), String(megabytes)],
      broken.length === 0 ? 'held' : broken.join(', '),
    ],
  };
}

/** @param {Took} took */
const speedOf = ({ lines, seconds }) => lines / seconds;

/**
 * The most memory a process held since its peak was forgotten, in megabytes; not a number where the machine does not tell.
 * @param {number} pid
 */
function peakOf(pid) {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** @param {number} pid */
function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Where it cannot be forgotten, the peak is that of the whole life of the process: more than was needed, never less.
  }
}
