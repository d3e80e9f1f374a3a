// `npm run dev`: the server starts again after every change, the console reloads in the browser.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'rolldown';
import { apiBundle } from './build/api.mjs';
import { NG, NG_ENVIRONMENT } from './build/console.mjs';
import { restartable } from './dev/restartable.mjs';
import { root } from './root.mjs';

const host = '127.0.0.1';
const port = process.env.PORT ?? '3000';
const consolePort = process.env.CONSOLE_PORT ?? '4200';
const folder = join(root, 'dist/dev-api');
const proxy = join(root, 'dist/dev-proxy.json');

const server = restartable(() =>
  spawn(process.execPath, ['--enable-source-maps', join(folder, 'main.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { BASE_URL: `http://localhost:${consolePort}`, ...process.env, PORT: port },
  }),
);

const watcher = watch({ ...apiBundle(folder), watch: { exclude: ['**/*.spec.ts', 'dist/**'] } });
watcher.on('event', (event) => {
  if (event.code === 'ERROR') process.stderr.write(`The server could not be built, the last good one keeps running:\n${event.error.message}\n`);
  if (event.code === 'BUNDLE_END') void server.restart();
  if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result.close();
});

mkdirSync(join(root, 'dist'), { recursive: true });
// The server answers to its own names alone, so the proxy calls it by one, whatever the console was opened as.
writeFileSync(
  proxy,
  JSON.stringify(
    Object.fromEntries(['/api', '/health', '/metrics'].map((path) => [path, { target: `http://${host}:${port}`, secure: false, changeOrigin: true }])),
  ),
);
const ng = spawn(process.execPath, [NG, 'serve', 'console', '--host', host, '--port', consolePort, '--proxy-config', proxy], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: NG_ENVIRONMENT,
});
ng.on('exit', (code) => void end(code ?? 1));

let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  ng.kill('SIGTERM');
  await Promise.all([watcher.close(), server.stop()]);
  process.exit(code);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void end(0));
