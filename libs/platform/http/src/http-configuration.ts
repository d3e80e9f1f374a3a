import type { Logger } from 'pino';
import type { Readiness } from './health';
import type { Metrics } from './metrics';
import type { Protocol } from './protocol';
import type { RateLimits } from './rate-limit';

/** How the server serves. */
export interface HttpConfiguration {
  /** version of the product, for the API's description */
  readonly version: string;
  /** origins people reach it at, such as `https://privacy.example.com`: changes asked for from elsewhere are refused */
  readonly origins: readonly string[];
  /**
   * hosts with their ports it answers to, such as `privacy.example.com`, besides the names of this machine itself;
   * without it, whatever host it is asked for
   */
  readonly hosts?: readonly string[];
  /** people reach it over TLS, here or at a proxy in front */
  readonly tls: boolean;
  /** certificate and key in PEM, where TLS ends in this process */
  readonly certificate?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** addresses or networks of proxies in front, whose X-Forwarded-For is believed */
  readonly trustedProxy?: string;
  /** absolute path of the built console; without it only the API is served */
  readonly consoleFolder?: string;
  /** `null` switches limits off */
  readonly rateLimits: RateLimits | null;
  /** lets a scraper from elsewhere read the metrics, as a bearer token; else only this machine may */
  readonly metricsToken?: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** protocols of others, each below an address of its own */
  readonly protocols?: readonly Protocol[];
  readonly readiness: Readiness;
}
