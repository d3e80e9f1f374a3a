import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { acceptedLocale } from './accepted-locale';
import { PROBLEM_TYPE, refusalOf } from './problem';

/** Answers every error with a problem document and logs those nobody meant. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** What a problem document needs to know of a request. */
type Asked = Pick<FastifyRequest, 'id' | 'headers' | 'method' | 'routeOptions'>;

/** Sends the problem document of an error. */
export function sendProblem(error: unknown, request: Asked, reply: FastifyReply, log: Logger): void {
  const locale = acceptedLocale(request.headers['accept-language']);
  const { problem, retryAfterSeconds, unforeseen } = refusalOf(error, { requestId: request.id, locale });
  if (unforeseen) log.error({ requestId: request.id, method: request.method, route: request.routeOptions.url, err: error }, 'unforeseen error');
  if (reply.sent) return;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  void reply
    .code(problem.status)
    .headers({ 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', 'content-language': locale, vary: 'accept-language' })
    .serializer(asText)
    .send(problem);
}

const asText = (problem: unknown): string => JSON.stringify(problem);
