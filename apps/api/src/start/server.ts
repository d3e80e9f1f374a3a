import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SystemTime } from '@smartpar/kernel';
import { scimProtocol } from '@smartpar/members/api';
import { createServer, type HttpConfiguration, limitsFor, type Logger, makeLog, Metrics } from '@smartpar/platform/http';
import type { Configuration } from '../config/configuration';
import { Background } from './background';
import { type Certificate, readCertificate } from './certificate';
import { appModule, type Foundations } from './foundations';
import { ensureInstallation } from './installation';
import { assertPortIsFree } from './port';
import { StorageReadiness } from './readiness';
import { readSecretKeys } from './secret-keys';
import { openStorage } from './storage';

/** The built console, beside the built server. */
const CONSOLE_FOLDER = fileURLToPath(new URL('../console/browser', import.meta.url));

/** A server that answers. */
export interface RunningServer {
  readonly address: string;
  readonly foundations: Foundations;
  readonly app: NestFastifyApplication;
  readonly notes: readonly string[];
  /** Finishes what is under way and stops everything, the embedded database last. */
  stop(): Promise<void>;
}

/**
 * Starts everything this installation needs and answers on its port.
 * @param version of the product
 * @throws {StartError} one sentence with the remedy; whatever was started is stopped again
 */
export async function startServer(configuration: Configuration, version: string): Promise<RunningServer> {
  await assertPortIsFree(configuration.HOST, configuration.PORT);
  const certificate = readCertificate(configuration);
  const time = new SystemTime();
  const keys = readSecretKeys(configuration.SECRET_KEYS, configuration.dataFolder);
  const storage = await openStorage(configuration, keys, time, 'nothing');
  try {
    return await serve({ configuration, keys, time, storage }, { version, certificate });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** What is known before anything is started. */
interface Serving {
  readonly version: string;
  readonly certificate: Certificate | undefined;
}

async function serve(foundations: Foundations, { version, certificate }: Serving): Promise<RunningServer> {
  const { configuration, storage } = foundations;
  const log = makeLog({ level: configuration.LOG_LEVEL });
  const metrics = new Metrics();
  metrics.gauge('database_connections_waiting', 'Requests that wait for a database connection.', () => storage.database.load.waiting);
  const app = await createServer(appModule(foundations), httpConfiguration(foundations, { version, certificate, log, metrics }));
  const get: NestFastifyApplication['get'] = app.get.bind(app);
  await app.init();
  await ensureInstallation({ configuration, get: (type) => get(type, { strict: false }) });
  const background = new Background(foundations, log, (type) => get(type, { strict: false }));
  await background.start();
  await app.listen({ host: configuration.HOST, port: configuration.PORT });
  return {
    address: configuration.PORT === 0 ? await app.getUrl() : configuration.baseUrl,
    foundations,
    app,
    notes: storage.notes,
    stop: async () => {
      await app.close();
      await background.stop();
      await storage.close();
    },
  };
}

function httpConfiguration({ configuration, storage }: Foundations, { certificate, ...more }: Serving & { log: Logger; metrics: Metrics }): HttpConfiguration {
  const { TRUSTED_PROXY, METRICS_TOKEN, RATE_LIMIT, baseUrl } = configuration;
  return {
    ...more,
    origins: [...new Set([new URL(baseUrl).origin, ...loopbackOrigins(configuration)])],
    ...(answersToItsAddressAlone(configuration) && { hosts: [new URL(baseUrl).host] }),
    tls: certificate !== undefined || baseUrl.startsWith('https:'),
    ...(certificate && { certificate }),
    ...(TRUSTED_PROXY !== undefined && { trustedProxy: TRUSTED_PROXY }),
    consoleFolder: CONSOLE_FOLDER,
    protocols: [scimProtocol],
    rateLimits: limitsFor(RATE_LIMIT),
    ...(METRICS_TOKEN !== undefined && { metricsToken: METRICS_TOKEN }),
    readiness: new StorageReadiness(storage.database),
  };
}

/**
 * Where nobody named the address people use, and wherever mails are shown on a page, no other name may lead here. A named
 * address has a proxy or a certificate in front, and what asks whether the server is alive may call it by its number.
 */
const answersToItsAddressAlone = ({ BASE_URL, SMTP_URL }: Configuration): boolean => BASE_URL === undefined || SMTP_URL === undefined;

/** On this machine the same server is reached by name and by number. */
const loopbackOrigins = ({ HOST, PORT, TLS_CERT }: Configuration): readonly string[] =>
  HOST === '127.0.0.1' || HOST === '::1' || HOST === 'localhost'
    ? ['localhost', '127.0.0.1', '[::1]'].map((host) => `${TLS_CERT ? 'https' : 'http'}://${host}:${PORT}`)
    : [];
