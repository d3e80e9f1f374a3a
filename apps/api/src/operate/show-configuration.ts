import type { Configuration } from '../config/configuration';
import { environmentSchema } from '../config/environment';
import { type CommonOptions, configurationHere, type Operate, print } from './command';

/** Settings whose value is never shown. */
const SECRETS: ReadonlySet<string> = new Set(['SECRET_KEYS', 'METRICS_TOKEN']);

/** Settings that hold a URL with a password in it. */
const URLS: ReadonlySet<string> = new Set(['DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL']);

/** `configuration`: what the server would run with, secrets hidden. */
export const configurationCommand: Operate = (program) => {
  program
    .command('configuration')
    .description('print the configuration the server would run with, with secrets hidden')
    .option('--json', 'print JSON')
    .action((options: CommonOptions) => {
      const settings = shownSettings(configurationHere());
      print({ sentences: Object.entries(settings).map(([name, value]) => `${name}=${value}`), json: settings }, options);
    });
};

/** Every setting as it may be shown. */
export function shownSettings(configuration: Configuration): Record<string, string> {
  const names = Object.keys(environmentSchema.shape);
  const values = new Map<string, unknown>(Object.entries(configuration));
  return Object.fromEntries(names.map((name) => [name, shown(name, values.get(name))]));
}

function shown(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (SECRETS.has(name)) return '(hidden)';
  if (URLS.has(name)) return withoutPassword(String(value));
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

function withoutPassword(text: string): string {
  const url = new URL(text);
  if (url.password !== '') url.password = 'hidden';
  return url.href;
}
