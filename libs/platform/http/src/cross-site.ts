import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '@smartpar/kernel';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site makes a browser ask for. Browsers say where a request comes from in
 * `Sec-Fetch-Site` and `Origin`, and no page can forge either; programs that are no browser send neither.
 * @param origins the origins this server is reached at
 * @returns the refusal, or `undefined`
 * @see Fetch Metadata Request Headers (W3C), RFC 6454 section 7
 */
export function crossSiteRefusal(method: string, headers: IncomingHttpHeaders, origins: ReadonlySet<string>): DomainError | undefined {
  if (SAFE_METHODS.has(method)) return undefined;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? undefined : refusal();
  const { origin } = headers;
  return origin === undefined || origins.has(origin) ? undefined : refusal();
}

const refusal = (): DomainError =>
  new DomainError({ code: 'request.cross_site', status: 403, message: 'This came from another site and was not done. Open the console itself and try again.' });
