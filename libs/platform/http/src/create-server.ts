import { randomUUID } from 'node:crypto';
import type { ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { serveApiDocs } from './api-docs';
import { FILE_TIME_MS, hurryBodies } from './arrival';
import { serveConsole } from './console-files';
import { refuseUndeclaredAnswers } from './declared-answers';
import { serveHealth } from './health';
import type { HttpConfiguration } from './http-configuration';
import { NestLog } from './log';
import { PROBLEM_TYPE, refusalOf } from './problem';
import { ProblemFilter, sendProblem } from './problem-filter';
import { acceptProtocols } from './protocol';
import { hookRequests } from './request-hooks';
import { securityHeaders } from './security-headers';
import { serializeByContract } from './serialization';
import { acceptFiles } from './uploads';

/** Most bytes a body may have. */
const BODY_LIMIT = 256 * 1024;
/** Answers shorter than this are sent as they are. */
const COMPRESS_FROM = 4096;
const SECOND = 1000;

/**
 * Puts the server together around a module: every wall between the network and the handlers. It does not listen yet.
 * @param module the application's root module
 * @throws where a handler does not declare what it answers
 */
export async function createServer(module: Type | DynamicModule, configuration: HttpConfiguration): Promise<NestFastifyApplication> {
  const headers = securityHeaders(configuration);
  const adapter = new FastifyAdapter(serverOptions(configuration, headers));
  const server = adapter.getInstance<FastifyInstance>();
  hookRequests(server, { ...configuration, headers });
  hurryBodies(server);
  const { protocols = [] } = configuration;
  acceptProtocols(server, protocols);
  serializeByContract(server);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new NestLog(configuration.log),
    abortOnError: false,
  });
  app.setGlobalPrefix('api', { exclude: protocols.flatMap(({ prefix }) => [prefix, `${prefix}/{*rest}`]) });
  app.useGlobalFilters(new ProblemFilter(configuration.log, protocols));
  refuseUndeclaredAnswers(app);
  server.removeContentTypeParser('text/plain');
  acceptFiles(server);
  await app.register(cookie);
  await app.register(compress, { threshold: COMPRESS_FROM, encodings: ['gzip'], zlibOptions: { level: 4 }, globalDecompression: false });
  serveHealth(server, configuration);
  serveApiDocs(app, configuration.version);
  if (configuration.consoleFolder !== undefined) serveConsole(server, configuration.consoleFolder);
  return app;
}

type Headers = Readonly<Record<string, string>>;
type AdapterOptions = FastifyServerOptions & { readonly skipMiddie: boolean; readonly multipart: boolean; readonly http: ServerOptions };

function serverOptions({ log, certificate, trustedProxy, protocols }: HttpConfiguration, headers: Headers): AdapterOptions {
  return {
    ...(certificate && { https: { ...certificate, headersTimeout: 30 * SECOND } }),
    logger: false,
    skipMiddie: true,
    multipart: false,
    trustProxy: trustedProxy ?? false,
    bodyLimit: BODY_LIMIT,
    // The longest any request may take to arrive; most have less.
    requestTimeout: FILE_TIME_MS,
    http: { headersTimeout: 30 * SECOND },
    connectionTimeout: 60 * SECOND,
    keepAliveTimeout: 65 * SECOND,
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    return503OnClosing: true,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => {
      // An address that cannot even be decoded is refused before any hook has run.
      void reply.headers(headers).header('x-request-id', request.id);
      sendProblem(error, request, reply, { log, protocols });
    },
    clientErrorHandler: (_, socket) => answerGarbage(socket, headers),
  };
}

/** Answers what is not even HTTP. */
function answerGarbage(socket: Socket, headers: Headers): void {
  if (!socket.writable) return void socket.destroy();
  const { problem } = refusalOf({ statusCode: 400 }, { requestId: randomUUID(), locale: 'en' });
  const body = JSON.stringify(problem);
  const always = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${always.join('')}Connection: close\r\n\r\n${body}`,
  );
}
