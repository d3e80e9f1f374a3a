import fc from 'fast-check';
import { normalizeDomain, refusalOf } from './domain-name';

describe('the normal form of a domain', () => {
  it.each([
    ['Example.COM', 'example.com'],
    [' example.com. ', 'example.com'],
    ['Bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['bücher。example', 'xn--bcher-kva.example'],
    ['mail.sub-1.example.co.uk', 'mail.sub-1.example.co.uk'],
  ])('of "%s" is %s', (typed, normal) => expect(normalizeDomain(typed)).toBe(normal));

  it.each([
    '',
    '.',
    'example',
    'http://example.com',
    'example.com/path',
    'ana@example.com',
    'exa mple.com',
    '-a.example',
    'a-.example',
    'a..example',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    'exa_mple.com',
    'example.com:53',
    'exam%70le.com',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}example`,
  ])('does not exist for "%s"', (typed) => expect(normalizeDomain(typed)).toBeNull());

  it('is its own normal form, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.domain(),
          fc.string({ unit: 'grapheme' }).map((text) => `${text}.example`),
        ),
        (typed) => {
          const normal = normalizeDomain(typed);
          if (normal === null) return;
          expect(normalizeDomain(normal)).toBe(normal);
          expect(normal).toMatch(/^[a-z0-9.-]+$/);
        },
      ),
    );
  });
});

describe('a domain no single organization can call its own', () => {
  it.each([
    ['gmail.com', 'public-mail'],
    ['hotmail.fr', 'public-mail'],
    ['yahoo.co.uk', 'public-mail'],
    ['web.de', 'public-mail'],
    ['co.uk', 'public-suffix'],
    ['github.io', 'public-suffix'],
    ['office.local', 'not-public'],
    ['printer.internal', 'not-public'],
  ])('%s is %s', (domain, refusal) => expect(refusalOf(domain)).toBe(refusal));

  it.each(['nordwerk.example', 'gmail.nordwerk.example', 'example.co.uk', 'outlook-consulting.example'])('but %s may be', (domain) =>
    expect(refusalOf(domain)).toBeNull(),
  );
});
