import { pageContentSecurity, securityHeaders } from './security-headers';

const directives = (policy: string | undefined) =>
  new Map((policy ?? '').split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

describe('the content security policy of a page', () => {
  const policy = directives(pageContentSecurity('bm9uY2U='));

  it.each([
    ['default-src', ["'none'"]],
    ['script-src', ["'self'"]],
    ['style-src-elem', ["'self'", "'nonce-bm9uY2U='"]],
    ['style-src-attr', ["'unsafe-inline'"]],
    ['connect-src', ["'self'"]],
    ['frame-ancestors', ["'none'"]],
    ['object-src', ["'none'"]],
    ['form-action', ["'self'"]],
  ])('holds %s to %s', (directive, sources) => {
    expect(policy.get(directive)).toEqual(sources);
  });

  it('names no other host and lets no script be written into the page', () => {
    expect(pageContentSecurity('x')).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});

describe('the headers of every answer', () => {
  it('insist on TLS only where there is TLS', () => {
    expect([securityHeaders({ tls: true }), securityHeaders({ tls: false })].map((headers) => headers['strict-transport-security'])).toEqual([
      'max-age=63072000; includeSubDomains',
      undefined,
    ]);
  });

  it('keep answers out of caches, frames and guesses', () => {
    expect(securityHeaders({ tls: false })).toMatchObject({
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });
});
