import type { FastifyInstance } from 'fastify';
import { takesFile } from './uploads';

/** How long a body may take to arrive, in milliseconds. */
const BODY_TIME_MS = 30_000;

/** How long a file may take; a silent connection ends long before. */
export const FILE_TIME_MS = 600_000;

/** Ends connections over which a body dribbles in; files have longer, since they are larger. */
export function hurryBodies(server: FastifyInstance, longest = BODY_TIME_MS): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    const { raw } = request;
    if (!raw.complete && bodyFollows(raw.headers) && !takesFile(request)) {
      const timer = setTimeout(() => raw.destroy(), longest);
      const arrived = (): void => clearTimeout(timer);
      timer.unref();
      raw.once('end', arrived).once('close', arrived);
      reply.raw.once('close', arrived);
    }
    done(null, payload);
  });
}

const bodyFollows = (headers: NodeJS.Dict<string | string[]>): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] !== undefined && headers['content-length'] !== '0');
