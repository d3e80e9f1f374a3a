import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Memory that Linux offers as a folder. */
const MEMORY = '/dev/shm';

/** How much room the database of a test run may want. */
const ROOM = 1024 ** 3;

/**
 * Folders in which a server for tests may keep its data, the best one first. Each spec file has a database of its own, over a thousand files
 * that are soon gone again, and a disk looks long for a place that was not just left (ext4 passes over what was deleted within seconds).
 * @param memory a folder in memory
 * @param room how many bytes have to be free there
 */
export const fleetingPlaces = (memory = MEMORY, room = ROOM): readonly [string, ...string[]] => (hasRoom(memory, room) ? [memory, tmpdir()] : [tmpdir()]);

function hasRoom(folder: string, room: number): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= room;
  } catch {
    return false;
  }
}
