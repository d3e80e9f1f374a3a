import { DomainError } from '@smartpar/kernel';

/** What this machine calls itself. */
const OWN_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Ports that addresses leave out. */
const UNWRITTEN_PORTS: ReadonlySet<number> = new Set([80, 443]);

/** Whom a request is for, and where it arrived. */
export interface Addressed {
  /** the Host header */
  readonly host: string | undefined;
  /** port of this machine it came in at */
  readonly port: number | undefined;
}

/**
 * Refuses what was meant for another host. A page elsewhere can make its own name lead to this machine (DNS rebinding);
 * the browser then takes the answers for that page's own and lets it read them. The name it asked for stays in Host.
 * @param hosts hosts with their ports that this server is reached at, besides this machine's own names
 * @returns the refusal, or `undefined`
 * @see RFC 9110 sections 7.2 and 15.5.20
 */
export function unknownHostRefusal({ host, port }: Addressed, hosts: ReadonlySet<string>): DomainError | undefined {
  const asked = host?.toLowerCase() ?? '';
  return hosts.has(asked) || isThisMachine(asked, port) ? undefined : refusal();
}

function isThisMachine(asked: string, port: number | undefined): boolean {
  if (port === undefined) return false;
  const written = `:${port}`;
  if (asked.endsWith(written)) return OWN_NAMES.has(asked.slice(0, -written.length));
  return UNWRITTEN_PORTS.has(port) && OWN_NAMES.has(asked);
}

const refusal = (): DomainError =>
  new DomainError({ code: 'request.unknown_host', status: 421, message: 'This server does not go by that name. Open the console at its own address.' });
