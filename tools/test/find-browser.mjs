import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a browser for the journeys: the one named by `CHROMIUM`, Playwright's own, or an installed one.
 * @param {{ named?: string, own: string, exists?: (path: string) => boolean }} where
 * @returns {string} its path
 * @throws {Error} with one sentence on how to get one
 */
export function findBrowser({ named, own, exists = existsSync }) {
  if (named !== undefined && named !== '') {
    if (exists(named)) return named;
    throw new Error(`CHROMIUM names ${named}, and there is nothing: correct it, or leave it out to have a browser looked for.`);
  }
  const found = [own, ...PLACES].find((path) => path !== '' && exists(path));
  if (found !== undefined) return found;
  throw new Error(
    'No browser was found for the journeys: install one with "apt-get install chromium" (or "npx playwright install chromium"), or name one with CHROMIUM=/path/to/chrome.',
  );
}
