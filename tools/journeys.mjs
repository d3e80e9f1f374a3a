// `npm run journeys [-- playwright's arguments]`: the journeys in a real browser, against a server of their own that
// starts on a fresh data folder and is gone afterwards. JOURNEYS_URL=http://localhost:3000 takes one that runs already,
// with the demo sign-ins of JOURNEYS_DATA, its data folder. JOURNEYS_TRACE=yes keeps a trace of those that fail.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from './build.mjs';
import { freePort } from './free-port.mjs';
import { root } from './root.mjs';
import { findBrowser } from './test/find-browser.mjs';

const folder = join(tmpdir(), `smartpar-journeys-${process.pid}`);

try {
  const browser = findBrowser({ named: process.env.CHROMIUM, own: chromium.executablePath() });
  const running = process.env.JOURNEYS_URL;
  const port = running === undefined ? String(await freePort()) : '';
  if (running === undefined) {
    await build('api');
    await build('console');
  }
  const child = spawn(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/console-e2e/playwright.config.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        JOURNEYS_BROWSER: browser,
        JOURNEYS_PORT: port,
        JOURNEYS_DATA: running === undefined ? folder : (process.env.JOURNEYS_DATA ?? 'data'),
      },
    },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
