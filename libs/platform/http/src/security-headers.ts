/** What answers of the API say to a browser that is made to show them as a page. */
const API_CONTENT_SECURITY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The content security policy of a page of the console. Material writes style attributes; everything else, styles
 * included, needs to come from here or carry the nonce of this very answer.
 * @param nonce base64 text made for one answer
 * @see Content Security Policy Level 3 (W3C)
 */
export const pageContentSecurity = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');

/** Two years, in seconds. */
const TWO_YEARS = 63_072_000;

/**
 * The headers every answer carries. What the API answers is kept nowhere: it is about people, and the browser may be shared
 * (RFC 9111 section 5.2.2.5). Files that are the same for everybody say themselves how long they may be kept.
 * @param tls whether people reach this server over TLS; only then may browsers be told to insist on it (RFC 6797)
 */
export const securityHeaders = ({ tls }: { readonly tls: boolean }): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': API_CONTENT_SECURITY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(tls && { 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` }),
});
