import { roomOf, tagsOf } from './room.mjs';

/** The file that makes a folder a room. */
const MARKERS =
  '{libs/kernel/src/index.ts,libs/*/{model,api,console}/src/index.ts,libs/platform/*/src/index.ts,apps/*/src/main.ts,apps/*/playwright.config.ts,tools/nx/rooms.mjs}';

/** @param {import('./room.mjs').Room} room */
const projectOf = (room) => ({
  root: room.root,
  sourceRoot: room.floor === 'tools' ? room.root : `${room.root}/src`,
  projectType: room.floor === 'app' ? /** @type {const} */ ('application') : /** @type {const} */ ('library'),
  name: room.name,
  tags: Object.values(tagsOf(room)),
  targets: {
    lint: { command: `npm run lint -- ${room.root}`, cache: true, inputs: ['default', '^default', 'rules'] },
    ...(unitCommandOf(room) === null
      ? {}
      : { test: { command: `npm run ${unitCommandOf(room)} -- ${room.root}/`, cache: true, inputs: ['default', '^default', 'rules'] } }),
  },
});

/** @param {import('./room.mjs').Room} room */
function unitCommandOf(room) {
  if (room.name === 'console-e2e') return null;
  return room.floor === 'console' || room.name === 'console' ? 'unit:console' : 'small';
}

/** Nx plugin: every room is a project, named and tagged by its path, without a file of its own. */
export const name = 'smartpar-rooms';

/** @type {import('nx/src/devkit-exports').CreateNodes} */
export const createNodes = [
  MARKERS,
  (files) =>
    files.flatMap((file) => {
      const room = roomOf(file);
      return room === null ? [] : [/** @type {const} */ ([file, { projects: { [room.root]: projectOf(room) } }])];
    }),
];
