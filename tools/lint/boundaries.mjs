import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { roomOf, tagsOf } from '../nx/room.mjs';
import { root } from '../root.mjs';
import { APPS, EDGES, FLOORS, FOUNDATION, RESERVED } from './edges.mjs';

/**
 * @typedef {import('../nx/room.mjs').Room} Room
 * @typedef {{ sourceTag: string, onlyDependOnLibsWithTags?: string[], notDependOnLibsWithTags?: string[], bannedExternalImports?: string[], allowedExternalImports?: string[] }} Constraint
 */

/**
 * Every room there is, read off the folders.
 * @returns {Room[]}
 */
export function allRooms() {
  const folders = (/** @type {string} */ folder) => readdirSync(join(root, folder)).filter((name) => statSync(join(root, folder, name)).isDirectory());
  const paths = [
    'tools',
    ...folders('apps').map((app) => `apps/${app}`),
    ...folders('libs').flatMap((slice) => folders(`libs/${slice}`).map((room) => `libs/${slice}/${room}`)),
  ];
  const rooms = paths.map(roomOf).filter((room) => room !== null);
  return [...new Map(rooms.map((room) => [room.root, room])).values()];
}

/** @param {Room} room */
const roomTag = (room) => tagsOf(room).room;

/**
 * What `@nx/enforce-module-boundaries` is told: one constraint per floor, one per room, one per app.
 * @param {readonly Room[]} rooms
 * @param {readonly { from: string, to: string }[]} [edges]
 * @param {readonly string[]} [forSpecs] packages that are allowed besides, in specs
 * @returns {Constraint[]}
 */
export const boundaries = (rooms, edges = EDGES, forSpecs = []) => [
  ...floorConstraints(forSpecs),
  ...rooms.map((room) => roomConstraint(room, rooms, edges)),
  ...reservedConstraints(rooms),
];

/**
 * @param {readonly string[]} forSpecs
 * @returns {Constraint[]}
 */
const floorConstraints = (forSpecs) =>
  Object.entries(FLOORS).map(([floor, { floors, rooms = [], banned = [], only }]) => ({
    sourceTag: `floor:${floor}`,
    onlyDependOnLibsWithTags: [...floors.map((name) => `floor:${name}`), ...rooms.map((name) => `room:${name}`)],
    ...(only === undefined ? { bannedExternalImports: [...banned] } : { allowedExternalImports: [...only, ...forSpecs] }),
  }));

/**
 * @param {Room} room
 * @param {readonly Room[]} rooms
 * @param {readonly { from: string, to: string }[]} edges
 * @returns {Constraint}
 */
function roomConstraint(room, rooms, edges) {
  const sourceTag = roomTag(room);
  if (room.floor === 'app') {
    const { floors, banned } = APPS[/** @type {keyof typeof APPS} */ (room.name)] ?? { floors: [], banned: [] };
    return { sourceTag, onlyDependOnLibsWithTags: floors.map((floor) => `floor:${floor}`), bannedExternalImports: [...banned] };
  }
  const seen = rooms.filter((other) => other !== room && sees(room, other, edges)).map(roomTag);
  // A list that allows nothing is read by Nx as no list at all where tags are missing, so it names the room itself.
  return { sourceTag, onlyDependOnLibsWithTags: [sourceTag, ...seen] };
}

/**
 * @param {Room} room
 * @param {Room} other
 * @param {readonly { from: string, to: string }[]} edges
 */
function sees(room, other, edges) {
  if (room.floor === 'tools') return true;
  if (other.slice === null) return other.floor !== 'app' && other.floor !== 'tools';
  if (other.slice === room.slice) return true;
  const foundation = FOUNDATION[/** @type {keyof typeof FOUNDATION} */ (other.slice)] ?? [];
  if (other.floor === 'model' ? foundation.length > 0 : other.floor === room.floor && foundation.includes(other.floor)) return true;
  return other.floor === 'model' && edges.some(({ from, to }) => from === nameOf(room) && to === nameOf(other));
}

/**
 * The name of a room in the list of edges: `requests/api`.
 * @param {Room} room
 */
export const nameOf = (room) => room.root.replace(/^libs\//, '');

/**
 * @param {readonly Room[]} rooms
 * @returns {Constraint[]}
 */
const reservedConstraints = (rooms) =>
  Object.entries(RESERVED).flatMap(([tag, { only }]) =>
    rooms
      .filter((room) => roomTag(room) !== `room:${tag}` && !only.includes(room.name))
      .map((room) => ({ sourceTag: roomTag(room), notDependOnLibsWithTags: [`room:${tag}`] })),
  );
