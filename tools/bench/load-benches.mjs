import { readdir } from 'node:fs/promises';
import { benchesOf } from './bench.mjs';

const FOLDER = new URL('benches/', import.meta.url);

/** @returns {Promise<import('./bench.mjs').Bench[]>} those of every file in `benches/`, in the order of their file names */
export async function loadBenches() {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.bench.mjs')).sort();
  const modules = await Promise.all(files.map(async (file) => benchesOf(file, await import(new URL(file, FOLDER).href))));
  return modules.flat();
}
