/**
 * What a path says about the room it lies in.
 * @typedef {object} Room
 * @property {string} root folder of the room, from the repository's root, with `/`
 * @property {string} name name of the Nx project: `requests-api`, `platform-database`, `kernel`, `console`
 * @property {'kernel' | 'model' | 'platform' | 'api' | 'console' | 'app' | 'tools'} floor
 * @property {string | null} slice the product's noun this room belongs to; null outside the slices
 * @property {string | null} import the name others import it by; null for what nobody imports
 */

/** The rooms of `libs/platform` that do not stand on the floor their folder suggests, each with its reason. */
export const PLATFORM_FLOORS = /** @type {const} */ ({
  /** pure zod parts that every contract is made of, see docs/adr */
  contract: 'model',
  /** the console's design system */
  ui: 'console',
});

/**
 * Reads the room off a path; this is the only place that knows how folders become floors.
 * @param {string} path a file or folder, from the repository's root
 * @returns {Room | null} null for a path that lies in no room
 */
export function roomOf(path) {
  const [top = '', first = '', second = ''] = path.replaceAll('\\', '/').replace(/^\.\//, '').split('/');
  if (top === 'tools') return { root: 'tools', name: 'tools', floor: 'tools', slice: null, import: null };
  if (top === 'apps' && first !== '') return { root: `apps/${first}`, name: first, floor: 'app', slice: null, import: null };
  if (top !== 'libs' || first === '') return null;
  if (first === 'kernel') return { root: 'libs/kernel', name: 'kernel', floor: 'kernel', slice: null, import: '@smartpar/kernel' };
  if (second === '') return null;
  const place = { root: `libs/${first}/${second}`, name: `${first}-${second}`, import: `@smartpar/${first}/${second}` };
  if (first === 'platform') return { ...place, slice: null, floor: platformFloor(second) };
  return second === 'model' || second === 'api' || second === 'console' ? { ...place, slice: first, floor: second } : null;
}

/** @param {string} name folder under `libs/platform` */
function platformFloor(name) {
  return name === 'contract' || name === 'ui' ? PLATFORM_FLOORS[name] : 'platform';
}

/**
 * The tags lint decides by.
 * @param {Room} room
 */
export const tagsOf = (room) => ({ floor: `floor:${room.floor}`, room: `room:${room.root.replace(/^(libs|apps)\//, '').replaceAll('/', ':')}` });
