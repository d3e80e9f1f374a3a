import { MAX_SCIM_BYTES, MESSAGES, scimTypeOf } from '@smartpar/members/model';
import type { Protocol, Refusal, SaidError } from '@smartpar/platform/http';
import { SCIM_PREFIX } from './scim-call';

/** Media type of its messages. */
export const SCIM_TYPE = 'application/scim+json';

/** Statuses of ours the protocol does not know, and what they are there. */
const STATUSES: Readonly<Record<number, number>> = { 422: 400 };

/** The status a refusal has in the protocol. */
export const scimStatus = (status: number): number => STATUSES[status] ?? status;

/** The word of the protocol for a refusal. */
export const scimFault = (code: string, status: number): string | undefined => scimTypeOf(code) ?? (status === 422 ? 'invalidValue' : undefined);

/** Says an error. @see RFC 7644 section 3.12 */
export function sayError({ problem: { status, code, detail } }: Refusal): SaidError {
  const scimType = scimFault(code, status);
  return {
    status: scimStatus(status),
    body: { schemas: [MESSAGES.error], ...(scimType !== undefined && { scimType }), detail, status: String(scimStatus(status)) },
    headers: { ...(status === 401 && { 'www-authenticate': 'Bearer realm="scim"' }), ...(status === 405 && { allow: 'GET' }) },
  };
}

/** SCIM 2.0. @see RFC 7644 */
export const scimProtocol: Protocol = { prefix: SCIM_PREFIX, mediaType: SCIM_TYPE, bodyLimit: MAX_SCIM_BYTES, say: sayError };
