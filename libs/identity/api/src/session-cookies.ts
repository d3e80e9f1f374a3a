import { SESSION_COOKIE } from '@smartpar/access/api';
import { endOf, type SessionRules } from '@smartpar/identity/model';
import type { FastifyReply } from 'fastify';
import { DEVICE_COOKIE, DEVICE_COOKIE_DAYS } from './device-cookie';
import type { BegunSession } from './sign-in';

/**
 * What every cookie of ours is: for this host over TLS only, out of reach of scripts, and never sent along from another
 * site.
 * @see RFC 6265bis section 4.1.3.2 (`__Host-`), section 5.6.7 (SameSite)
 */
const GUARDED = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

const SECONDS_A_DAY = 86_400;

/** Hands a new session to the browser. On a shared computer the cookie has no age: it goes when the browser closes. */
export function giveSession(reply: FastifyReply, { session, cookie, deviceCookie }: BegunSession, rules: SessionRules): void {
  const maxAge = Math.floor(session.createdAt.until(endOf(session, rules)).total('seconds'));
  void reply.setCookie(SESSION_COOKIE, cookie, session.sharedComputer ? GUARDED : { ...GUARDED, maxAge });
  if (deviceCookie !== null) void reply.setCookie(DEVICE_COOKIE, deviceCookie, { ...GUARDED, maxAge: DEVICE_COOKIE_DAYS * SECONDS_A_DAY });
}

/** Takes the session back from the browser. */
export function takeSession(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, GUARDED);
}
