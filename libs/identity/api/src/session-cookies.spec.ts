import { newId, Temporal } from '@smartpar/kernel';
import { DEFAULT_SESSION_RULES } from '@smartpar/identity/model';
import type { FastifyReply } from 'fastify';
import { giveHalfSession, giveSession, takeHalfSession, takeSession } from './session-cookies';

const AT = Temporal.Instant.from('2026-03-02T09:00:00Z');
const GUARDED = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' };

/** A reply that remembers which cookies were set and cleared. */
function reply() {
  const set = jest.fn();
  const clear = jest.fn();
  return { set, clear, reply: { setCookie: set, clearCookie: clear } as unknown as FastifyReply };
}

function begun(sharedComputer: boolean) {
  const session = { accountId: newId(), id: newId(), secretHash: Buffer.alloc(32), sharedComputer, browser: null, system: null, network: null };
  const moments = { createdAt: AT, lastSeenAt: AT, freshUntil: AT, provedAt: AT, factorSince: null, onlyIn: null };
  return { kind: 'session' as const, session: { ...session, ...moments }, cookie: 'secret', deviceCookie: sharedComputer ? null : 'device' };
}

describe('the cookies of a session', () => {
  it('last as long as the session may on one\u2019s own computer', () => {
    const { reply: to, set } = reply();
    giveSession(to, begun(false), DEFAULT_SESSION_RULES);
    expect(set.mock.calls).toEqual([
      ['__Host-session', 'secret', { ...GUARDED, maxAge: 30 * 86_400 }],
      ['__Host-device', 'device', { ...GUARDED, maxAge: 400 * 86_400 }],
    ]);
  });

  it('go with the browser on a shared computer', () => {
    const { reply: to, set } = reply();
    giveSession(to, begun(true), DEFAULT_SESSION_RULES);
    expect(set.mock.calls).toEqual([['__Host-session', 'secret', GUARDED]]);
  });

  it('half a session lasts as long as the code may take, and is taken back', () => {
    const { reply: to, set, clear } = reply();
    giveHalfSession(to, 'half');
    takeHalfSession(to);
    expect(set.mock.calls).toEqual([['__Host-half-session', 'half', { ...GUARDED, maxAge: 300 }]]);
    expect(clear).toHaveBeenCalledWith('__Host-half-session', GUARDED);
  });

  it('are taken back with the same attributes, or browsers would keep them', () => {
    const { reply: to, clear } = reply();
    takeSession(to);
    expect(clear).toHaveBeenCalledWith('__Host-session', GUARDED);
  });
});
