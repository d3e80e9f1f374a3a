// Runs on any Node, so it imports nothing.

/**
 * What to do before anything newer is loaded.
 * @typedef {{ do: 'go on' } | { do: 'hand over' } | { do: 'refuse', because: string }} Decision
 */

/**
 * Decides whether this Node can run the server, the one that came with the packages can, or none.
 * @param {{ version: string, least: string, installed: boolean, ownNode: boolean }} found version of this Node; least version
 *   that will do; whether the packages are installed; whether a Node came with them
 * @returns {Decision}
 */
export function decide({ version, least, installed, ownNode }) {
  if (!installed) return { do: 'refuse', because: 'The packages are not installed yet: run "npm ci" first.' };
  if (!isOlder(version, least)) return { do: 'go on' };
  if (ownNode) return { do: 'hand over' };
  return {
    do: 'refuse',
    because: `This needs Node ${least} or later and this is ${version}: install a newer one from https://nodejs.org, or run "npm ci" with optional packages, which bring their own.`,
  };
}

/**
 * @param {string} version
 * @param {string} least
 */
function isOlder(version, least) {
  const [have, want] = [version, least].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const [one, other] = [have?.[at] ?? 0, want?.[at] ?? 0];
    if (one !== other) return one < other;
  }
  return false;
}
