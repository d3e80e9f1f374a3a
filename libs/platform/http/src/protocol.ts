import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refusal } from './problem';

/** How an error is said in a protocol. */
export interface SaidError {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A protocol of others, spoken below an address of its own beside the API. */
export interface Protocol {
  /** address everything of it is below: `/scim/v2` */
  readonly prefix: string;
  /** media type of its messages, beside plain JSON */
  readonly mediaType: string;
  /** most bytes a message may have */
  readonly bodyLimit: number;
  /** says an error in its own form */
  readonly say: (refusal: Refusal) => SaidError;
}

/** The protocol an address belongs to. */
export const protocolOf = (url: string, protocols: readonly Protocol[]): Protocol | undefined =>
  protocols.find(({ prefix }) => url.startsWith(prefix) && ['', '/', '?'].includes(url.charAt(prefix.length)));

type ParseBody = ReturnType<FastifyInstance['getDefaultJsonParser']>;

/**
 * Lets the messages of protocols in: of their own media type, as large as they may be, and with a content type where nothing is sent, as many
 * programs do.
 */
export function acceptProtocols(server: FastifyInstance, protocols: readonly Protocol[]): void {
  if (protocols.length === 0) return;
  server.addHook('onRoute', (route) => {
    const protocol = protocolOf(route.url, protocols);
    if (protocol !== undefined) route.bodyLimit = protocol.bodyLimit;
  });
  const json: ParseBody = server.getDefaultJsonParser('error', 'error');
  const parse = (request: FastifyRequest, body: string, done: (error: Error | null, value?: unknown) => void): void => {
    if (body.trim() === '' && protocolOf(request.url, protocols) !== undefined) done(null, undefined);
    else void json(request, body, done);
  };
  for (const type of ['application/json', ...protocols.map(({ mediaType }) => mediaType)])
    server.addContentTypeParser<string>(type, { parseAs: 'string' }, parse);
}
