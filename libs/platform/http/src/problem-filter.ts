import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { acceptedLocale } from './accepted-locale';
import { PROBLEM_TYPE, type Refusal, refusalOf } from './problem';
import { type Protocol, protocolOf } from './protocol';

/** Answers every error with a problem document and logs those nobody meant. */
@Catch()
export class ProblemFilter implements ExceptionFilter, Telling {
  constructor(
    readonly log: Logger,
    readonly protocols: readonly Protocol[] = [],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this);
  }
}

/** What a problem document needs to know of a request. */
type Asked = Pick<FastifyRequest, 'id' | 'headers' | 'method' | 'routeOptions' | 'url'>;

/** What an error is told with. */
export interface Telling {
  readonly log: Logger;
  readonly protocols?: readonly Protocol[];
}

/** Sends the problem document of an error, or says it as the protocol does whose address was asked. */
export function sendProblem(error: unknown, request: Asked, reply: FastifyReply, { log, protocols = [] }: Telling): void {
  const protocol = protocolOf(request.url, protocols);
  // programs are told in one language, which whoever looks after them can search for
  const locale = protocol === undefined ? acceptedLocale(request.headers['accept-language']) : 'en';
  const refusal = refusalOf(error, { requestId: request.id, locale });
  const { problem, retryAfterSeconds, unforeseen } = refusal;
  if (unforeseen) log.error({ requestId: request.id, method: request.method, route: request.routeOptions.url, err: error }, 'unforeseen error');
  if (reply.sent) return;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  if (protocol !== undefined) return sayError(protocol, refusal, reply);
  void reply
    .code(problem.status)
    .headers({ 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', 'content-language': locale, vary: 'accept-language' })
    .serializer(asText)
    .send(problem);
}

function sayError(protocol: Protocol, refusal: Refusal, reply: FastifyReply): void {
  const { status, body, headers } = protocol.say(refusal);
  void reply
    .code(status)
    .headers({ 'content-type': protocol.mediaType, 'cache-control': 'no-store', ...headers })
    .serializer(asText)
    .send(body);
}

const asText = (said: unknown): string => JSON.stringify(said);
