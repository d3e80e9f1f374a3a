import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';
import { codeOf } from './binaries';
import { beginningOf, isAlive } from './process-identity';

/** Which process runs the database of a data folder, and on which port. */
export interface Ownership {
  readonly pid: number;
  readonly beginning: string;
  /** 0 while it starts */
  readonly port: number;
}

const fileOf = (dataFolder: string): string => join(dataFolder, 'running.json');

/**
 * Who runs the database of a data folder at this moment.
 * @returns `null` where nobody does, or whoever did is gone
 */
export function currentOwner(dataFolder: string): Ownership | null {
  const ownership = read(dataFolder);
  if (ownership === null) return null;
  return isAlive(ownership.pid) && beginningOf(ownership.pid) === ownership.beginning ? ownership : null;
}

/**
 * Takes a data folder for this process.
 * @throws {StartError} where another process that is still there has it
 */
export function takeOwnership(dataFolder: string): void {
  const mine = ownershipText(0);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const other = currentOwner(dataFolder);
    if (other !== null)
      throw new StartError(`SmartPAR already runs on ${dataFolder} (process ${other.pid}): stop it first, or set DATA_FOLDER to another folder.`);
    rmSync(fileOf(dataFolder), { force: true });
    if (writeNew(fileOf(dataFolder), mine)) return;
  }
  throw new StartError(`Several starts on ${dataFolder} got into each other's way: start once more.`);
}

/** Says on which port the database of this process's data folder is reached. */
export const announcePort = (dataFolder: string, port: number): void => writeFileSync(fileOf(dataFolder), ownershipText(port));

/** Gives a data folder back. */
export const giveUpOwnership = (dataFolder: string): void => rmSync(fileOf(dataFolder), { force: true });

const ownershipText = (port: number): string => JSON.stringify({ pid: process.pid, beginning: beginningOf(process.pid) ?? '', port } satisfies Ownership);

function read(dataFolder: string): Ownership | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as Ownership; // as: written by this module only
  } catch {
    return null;
  }
}

function writeNew(file: string, text: string): boolean {
  try {
    const descriptor = openSync(file, 'wx', 0o644);
    writeSync(descriptor, text);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
