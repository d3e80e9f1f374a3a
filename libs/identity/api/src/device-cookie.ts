import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { foldAddress } from '@smartpar/platform/contract';
import { LinkTokens } from '@smartpar/platform/http';

/** Name of the cookie by which a browser that signed in before is known again. */
export const DEVICE_COOKIE = '__Host-device';

/** How long a browser is known; the longest that browsers keep a cookie. */
export const DEVICE_COOKIE_DAYS = 400;

const PURPOSE = 'device';

/**
 * Knows browsers again that signed in with an address before: they get no mail about a new device, and a stranger's
 * failures elsewhere do not make them wait. The cookie lets nobody in and names nobody who does not know the address.
 * @see OWASP "Slow Down Online Guessing Attacks with Device Cookies"
 */
@Injectable()
export class DeviceCookie {
  constructor(private readonly tokens: LinkTokens) {}

  /** Makes the cookie of a browser that signed in with an address. */
  make(email: string): string {
    return this.tokens.make(PURPOSE, [traceOf(email)]);
  }

  /** Tells whether a cookie was given to a browser that signed in with an address. */
  isKnown(cookie: string | undefined, email: string): boolean {
    return cookie !== undefined && this.tokens.open(PURPOSE, cookie)?.[0] === traceOf(email);
  }
}

const traceOf = (email: string): string => createHash('sha256').update(foldAddress(email)).digest('base64url');
