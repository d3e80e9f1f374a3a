import { isIP } from 'node:net';
import type { Environment } from './environment';

/** A setting that must not be served with: what is wrong and what to do. */
type Refusal = string | null;

/** Keys that stand in documentation and examples. */
const KNOWN_SECRETS = ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'c2VjcmV0', 'Y2hhbmdlLW1l'];

/** What is listened on to be reached at every address there is. */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Every combination of settings that would put data at risk, each with its remedy. */
const REFUSALS: readonly ((environment: Environment) => Refusal)[] = [
  (env) =>
    isLoopback(env.HOST) || env.TLS_CERT || env.TRUSTED_PROXY
      ? null
      : `HOST=${env.HOST} would serve passwords and personal data without TLS: set TLS_CERT and TLS_KEY, or TRUSTED_PROXY to the address of the proxy that terminates TLS, or leave HOST at 127.0.0.1.`,
  (env) => (Boolean(env.TLS_CERT) === Boolean(env.TLS_KEY) ? null : 'TLS_CERT and TLS_KEY belong together: set both, or neither.'),
  (env) => (env.TRUSTED_PROXY && !env.BASE_URL?.startsWith('https:') ? 'TRUSTED_PROXY needs BASE_URL: set it to the https:// address people use.' : null),
  (env) =>
    env.DATABASE_URL && !env.SECRET_KEYS
      ? 'DATABASE_URL needs SECRET_KEYS: make one with `npm run operate -- new-key` and keep it outside the database.'
      : null,
  (env) =>
    env.SECRET_KEYS && KNOWN_SECRETS.some((known) => env.SECRET_KEYS?.includes(known))
      ? 'SECRET_KEYS holds a key from an example: make one with `npm run operate -- new-key`.'
      : null,
  (env) =>
    isProduction(env) && !env.SMTP_URL
      ? 'SMTP_URL is not set: people would wait for mails that never leave; set it to your mail server, for example smtp://mail.example.com:587.'
      : null,
  (env) =>
    env.SMTP_URL || isLoopback(env.HOST)
      ? null
      : `HOST=${env.HOST} would show everybody's mails on the development mailbox page: set SMTP_URL to your mail server, or leave HOST at 127.0.0.1.`,
  (env) =>
    env.BASE_URL || !EVERY_ADDRESS.has(env.HOST)
      ? null
      : `HOST=${env.HOST} means every address of this machine, and nobody can open that: set BASE_URL to the address people use, for example https://privacy.example.com.`,
  (env) =>
    isProduction(env) && env.STAFF_SECOND_FACTOR === 'optional'
      ? 'STAFF_SECOND_FACTOR=optional would let a stolen password in to what SmartPAR’s staff see: unset it; it is for demo data on the embedded database only.'
      : null,
  (env) =>
    env.SESSION_IDLE_MINUTES > env.SESSION_HOURS * 60
      ? `SESSION_IDLE_MINUTES=${env.SESSION_IDLE_MINUTES} is longer than SESSION_HOURS=${env.SESSION_HOURS} and would never be reached: set it to ${env.SESSION_HOURS * 60} or less.`
      : null,
  (env) =>
    env.SHARED_SESSION_IDLE_MINUTES > env.SESSION_IDLE_MINUTES || env.SHARED_SESSION_HOURS > env.SESSION_HOURS
      ? 'A session on a shared computer would live longer than one on a person’s own: set SHARED_SESSION_IDLE_MINUTES and SHARED_SESSION_HOURS to no more than SESSION_IDLE_MINUTES and SESSION_HOURS.'
      : null,
  (env) => (env.DATABASE_APP_URL && !env.DATABASE_URL ? 'DATABASE_APP_URL needs DATABASE_URL: the one migrates, the other serves.' : null),
];

/** A database of one's own, or NODE_ENV=production, means that real people depend on it. */
export const isProduction = (env: Environment): boolean => env.DATABASE_URL !== undefined || env.NODE_ENV === 'production';

/** @returns the first reason not to start, or `null` */
export const unsafeSetting = (env: Environment): Refusal => REFUSALS.map((refuse) => refuse(env)).find((reason) => reason !== null) ?? null;

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
