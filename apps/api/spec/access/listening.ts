import { get, type IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SESSION_COOKIE } from '@smartpar/access/api';
import type { Person } from '../organizations/person';

/** What a revocation may take to be heard of everywhere. */
const AT_ONCE = 1000;

/** Listens as a browser does, on a connection of its own. */
export async function listen(app: NestFastifyApplication, who: Person | null, where = who?.is.organizationId) {
  const request = get(`${await app.getUrl()}/api/organizations/${where}/changes`, {
    headers: { ...(who && { cookie: `${SESSION_COOKIE}=${who.is.accountId}` }), accept: 'text/event-stream' },
    agent: false,
  });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).once('error', reject));
  const heard: string[] = [];
  answer.setEncoding('utf8').on('data', (piece: string) => heard.push(piece));
  const over = new Promise<true>((resolve) => answer.once('close', () => resolve(true)));
  const stop = async (): Promise<void> => {
    request.destroy();
    await over;
  };
  return { status: answer.statusCode, type: answer.headers['content-type'], heard, isOver: () => answer.closed, stop };
}

/** Waits for something to become so, or for it to be too late. */
export async function becomes(so: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const late = performance.now() + AT_ONCE; performance.now() < late;) {
    if (await so()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return so();
}

/** The names of the events in what was heard. */
export const events = (heard: readonly string[]): readonly string[] => [...heard.join('').matchAll(/^event: (.*)$/gm)].map(([, name = '']) => name);
