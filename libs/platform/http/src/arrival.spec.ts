import { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { hurryBodies } from './arrival';
import { TAKES_FILE } from './uploads';

type Hook = (request: object, reply: object, payload: object, done: (error: null, payload: object) => void) => void;

/** A request whose body is on its way. */
function arriving({ headers = { 'content-length': '10' }, config = {}, complete = false }: { headers?: object; config?: object; complete?: boolean } = {}) {
  const raw = Object.assign(new EventEmitter(), { headers, complete, destroy: jest.fn() });
  const reply = { raw: new EventEmitter() };
  let hook: Hook | undefined;
  // as: nothing else of the server is asked for
  const server = { addHook: (_: string, added: Hook) => (hook = added) } as unknown as FastifyInstance;
  hurryBodies(server, 1000);
  const payload = {};
  const done = jest.fn();
  hook?.({ raw, routeOptions: { config } }, reply, payload, done);
  expect(done).toHaveBeenCalledWith(null, payload);
  return { raw, reply };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a body that arrives', () => {
  it.each([{ 'content-length': '10' }, { 'transfer-encoding': 'chunked' }])('too slowly loses its connection: %j', (headers) => {
    const { raw } = arriving({ headers });
    jest.advanceTimersByTime(999);
    expect(raw.destroy).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(raw.destroy).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['ended', ({ raw }: ReturnType<typeof arriving>) => raw.emit('end')],
    ['was closed', ({ raw }: ReturnType<typeof arriving>) => raw.emit('close')],
    ['was answered', ({ reply }: ReturnType<typeof arriving>) => reply.raw.emit('close')],
  ])('in time keeps it, once it %s', (_, settle) => {
    const request = arriving();
    settle(request);
    jest.advanceTimersByTime(2000);
    expect(request.raw.destroy).not.toHaveBeenCalled();
  });

  it.each([
    ['a file, where one is taken', { config: { [TAKES_FILE]: true } }],
    ['nothing', { headers: { 'content-length': '0' } }],
    ['no body at all', { headers: {} }],
    ['all of it already', { complete: true }],
  ])('has no such limit for %s', (_, given) => {
    const { raw } = arriving(given);
    jest.advanceTimersByTime(2000);
    expect(raw.destroy).not.toHaveBeenCalled();
  });
});
