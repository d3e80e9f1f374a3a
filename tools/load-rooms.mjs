/**
 * Lets this process import the rooms of the server as they stand, `await import('@smartpar/platform/database')`, as
 * the medium specs' set-up does. Without it only what is built can be run.
 */
export async function loadRooms() {
  const loader = new URL('../libs/platform/testing/src/load-typescript.ts', import.meta.url).href;
  /** @type {{ loadTypeScript: () => void }} */
  const { loadTypeScript } = await import(loader);
  loadTypeScript();
}
