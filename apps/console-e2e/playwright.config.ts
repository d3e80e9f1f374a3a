import { defineConfig, devices } from '@playwright/test';

const { JOURNEYS_BROWSER, JOURNEYS_DATA, JOURNEYS_PORT, JOURNEYS_TRACE, JOURNEYS_URL } = process.env;
if (JOURNEYS_BROWSER === undefined) throw new Error('Start the journeys with "npm run journeys": it finds a browser and starts a server for them.');

const own = JOURNEYS_URL === undefined;
const address = JOURNEYS_URL ?? `http://localhost:${JOURNEYS_PORT}`;

/** Journeys in a real browser, on a desk and on a phone. */
export default defineConfig({
  testDir: './src',
  testMatch: /\.(?:journey|spec)\.ts$/,
  outputDir: '../../test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    // recording every page at every step would make journeys a quarter longer
    trace: JOURNEYS_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: JOURNEYS_BROWSER, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
  projects: [
    { name: 'desk', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } } },
  ],
  webServer: own
    ? {
        command: 'node tools/run.mjs main',
        cwd: '../..',
        // it is ready before the demo data are in, and greets after
        wait: { stdout: /answers at/ },
        env: { PORT: JOURNEYS_PORT ?? '', DATA_FOLDER: JOURNEYS_DATA ?? '', RATE_LIMIT: '100000', DATABASE_URL: '', SMTP_URL: '' },
        timeout: 240_000,
        stdout: 'ignore',
        stderr: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      }
    : undefined,
});
