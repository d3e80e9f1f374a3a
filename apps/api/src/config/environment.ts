import { isIP } from 'node:net';
import { isCountry, isTimeZone } from '@smartpar/organizations/model';
import { locale } from '@smartpar/platform/contract';
import * as z from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default(fallback ? 'on' : 'off')
    .transform((value) => value === 'on');

const absent = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? undefined : text);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());

/** A whole number of something, between two bounds. */
const wholeNumber = (unit: string, { least, most, fallback }: { readonly least: number; readonly most: number; readonly fallback: number }) => {
  const error = `must be a number of ${unit} between ${least} and ${most}`;
  return z.preprocess(absent, z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error }).default(fallback));
};

const url = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      error: `must be a URL that starts with ${protocols.join('// or ')}//`,
    });

/** A key of the key ring as it stands in the environment: an id, a colon and 32 bytes or more in base64. */
const secretKeys = z.string().regex(/^[A-Za-z0-9_-]{1,20}:[A-Za-z0-9+/_-]{43,}={0,2}(,[A-Za-z0-9_-]{1,20}:[A-Za-z0-9+/_-]{43,}={0,2})*$/, {
  error: 'must be one or more of id:base64 with 32 bytes or more each, the current one first, separated by commas',
});

/** Tells whether a text lists addresses or networks, as the server beneath reads them. */
const areAddresses = (text: string): boolean =>
  text.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    const most = { 4: 32, 6: 128 }[isIP(address)];
    return most !== undefined && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  });

/** Every environment variable the server understands, with its default. `docs/operating.md` lists them for people. */
export const environmentSchema = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535, { error: 'must be between 0 and 65535' }).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: optional(url('http:', 'https:')),
  DATA_FOLDER: z.string().default('data'),
  DATABASE_URL: optional(url('postgres:', 'postgresql:')),
  DATABASE_APP_URL: optional(url('postgres:', 'postgresql:')),
  DATABASE_POOL: z.coerce.number({ error: 'must be a number' }).int().min(2).max(200).default(10),
  SECRET_KEYS: optional(secretKeys),
  SMTP_URL: optional(url('smtp:', 'smtps:')),
  MAIL_FROM: z.string().default('SmartPAR privacy console <privacy-console@localhost>'),
  TLS_CERT: optional(z.string()),
  TLS_KEY: optional(z.string()),
  TRUSTED_PROXY: optional(z.string().refine(areAddresses, { error: 'must be an IP address or a network such as 10.0.0.0/8; several are separated by commas' })),
  INSTALLATION: z.enum(['hosted', 'own-server'], { error: 'must be hosted or own-server' }).default('hosted'),
  ORGANIZATION_NAME: optional(z.string().max(200)),
  ORGANIZATION_COUNTRY: z.string().refine(isCountry, { error: 'must be a country code of two capital letters, such as DE' }).default('US'),
  ORGANIZATION_TIME_ZONE: z.string().refine(isTimeZone, { error: 'must be a time zone such as Europe/Berlin' }).default('America/New_York'),
  ORGANIZATION_LANGUAGE: locale().default('en'),
  STAFF_SECOND_FACTOR: optional(z.enum(['required', 'optional'], { error: 'must be required or optional' })),
  SESSION_IDLE_MINUTES: wholeNumber('minutes', { least: 5, most: 43_200, fallback: 720 }),
  SESSION_HOURS: wholeNumber('hours', { least: 1, most: 720, fallback: 720 }),
  SHARED_SESSION_IDLE_MINUTES: wholeNumber('minutes', { least: 2, most: 60, fallback: 15 }),
  SHARED_SESSION_HOURS: wholeNumber('hours', { least: 1, most: 12, fallback: 8 }),
  REAUTHENTICATION_MINUTES: wholeNumber('minutes', { least: 1, most: 60, fallback: 10 }),
  NODE_ENV: z.string().default('development'),
  DEMO_DATA: flag(true),
  RATE_LIMIT: z.coerce.number({ error: 'must be a number of requests per minute' }).int().min(1, { error: 'must be 1 or more' }).default(1200),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'must be fatal, error, warn, info, debug or silent' }).default('warn'),
  WEBHOOKS_TO_PRIVATE: flag(false),
  METRICS_TOKEN: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
});

/** The environment, read and checked. */
export type Environment = z.infer<typeof environmentSchema>;
