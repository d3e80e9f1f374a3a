import { isSlug } from './organization';

describe('the short name of an organization', () => {
  it.each(['nordwerk', 'acme-uk', '3m', 'a'.repeat(48)])('may be "%s"', (text) => expect(isSlug(text)).toBe(true));

  it.each(['', 'a', 'Acme', 'acme uk', '-acme', 'acme-', 'ac--me', 'ümlaut', 'a'.repeat(49), 'acme\n'])('may not be "%s"', (text) =>
    expect(isSlug(text)).toBe(false),
  );
});
