import { SESSION_COOKIE } from '@smartpar/access/api';
import { endOf, HALF_SESSION_LIFETIME, type SessionRules } from '@smartpar/identity/model';
import type { FastifyReply } from 'fastify';
import { DEVICE_COOKIE, DEVICE_COOKIE_DAYS } from './device-cookie';
import type { BegunSession } from './begin-session';

/**
 * What every cookie of ours is: for this host over TLS only, out of reach of scripts, and never sent along from another
 * site.
 * @see RFC 6265bis section 4.1.3.2 (`__Host-`), section 5.6.7 (SameSite)
 */
const GUARDED = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/** Name of the cookie that holds half a session: good for giving a code, and for nothing else. */
export const HALF_SESSION_COOKIE = '__Host-half-session';

const SECONDS_A_DAY = 86_400;

/** Hands a new session to the browser. On a shared computer the cookie has no age: it goes when the browser closes. */
export function giveSession(reply: FastifyReply, { session, cookie, deviceCookie }: BegunSession, rules: SessionRules): void {
  const maxAge = Math.floor(session.createdAt.until(endOf(session, rules)).total('seconds'));
  void reply.setCookie(SESSION_COOKIE, cookie, session.sharedComputer ? GUARDED : { ...GUARDED, maxAge });
  if (deviceCookie !== null) void reply.setCookie(DEVICE_COOKIE, deviceCookie, { ...GUARDED, maxAge: DEVICE_COOKIE_DAYS * SECONDS_A_DAY });
}

/** Hands half a session to the browser, for as long as the code may take. */
export function giveHalfSession(reply: FastifyReply, cookie: string): void {
  void reply.setCookie(HALF_SESSION_COOKIE, cookie, { ...GUARDED, maxAge: HALF_SESSION_LIFETIME.total('seconds') });
}

/** Takes half a session back from the browser. */
export function takeHalfSession(reply: FastifyReply): void {
  void reply.clearCookie(HALF_SESSION_COOKIE, GUARDED);
}

/** Takes the session back from the browser. */
export function takeSession(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, GUARDED);
}
