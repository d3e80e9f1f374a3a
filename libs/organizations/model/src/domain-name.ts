import { FREE_MAIL_DOMAINS, FREE_MAIL_NAMES } from './free-mail';
import { PUBLIC_SUFFIXES } from './public-suffix';

const NOT_IN_A_DOMAIN = /[\s/:?#@\\%[\]<>"'_,;]/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const NEVER_PUBLIC = new Set(['arpa', 'internal', 'invalid', 'local', 'localhost', 'onion']);

/** Why a domain cannot be claimed, or `null` when it can. */
export type DomainRefusal = 'malformed' | 'not-public' | 'public-mail' | 'public-suffix';

/**
 * Brings a domain into the form in which domains are stored and compared: lower case, ASCII, no final dot.
 * @param text as typed: `Bücher.Example.`
 * @returns `xn--bcher-kva.example`, or `null` for what is no domain
 * @see RFC 5890 (IDNA), RFC 1035 section 2.3.1
 */
export function normalizeDomain(text: string): string | null {
  const typed = text
    .trim()
    .normalize('NFKC')
    .replace(/[。．｡]/gu, '.')
    .replace(/\.$/, '');
  if (typed === '' || NOT_IN_A_DOMAIN.test(typed)) return null;
  const ascii = asciiOf(typed);
  if (ascii === null || ascii.length > 253) return null;
  const labels = ascii.split('.');
  const topmost = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(topmost) ? ascii : null;
}

/**
 * Says whether one organization may call a domain its own.
 * @param domain in normal form
 * @returns the reason against it: it cannot be reached from outside, everybody's mailboxes live there, or many owners share it
 */
export function refusalOf(domain: string): DomainRefusal | null {
  const labels = domain.split('.');
  if (NEVER_PUBLIC.has(labels.at(-1) ?? '')) return 'not-public';
  if (PUBLIC_SUFFIXES.has(domain)) return 'public-suffix';
  return isFreeMail(domain, labels) ? 'public-mail' : null;
}

function isFreeMail(domain: string, labels: readonly string[]): boolean {
  if (FREE_MAIL_DOMAINS.has(domain)) return true;
  const [name = '', ...suffix] = labels;
  const aCountrysOwn = suffix.length === 1 || (suffix.length === 2 && PUBLIC_SUFFIXES.has(suffix.join('.')));
  return aCountrysOwn && FREE_MAIL_NAMES.has(name);
}

function asciiOf(typed: string): string | null {
  try {
    return new URL(`http://${typed}`).hostname;
  } catch {
    return null;
  }
}
