import * as z from 'zod';

const CONTROL_CHARACTER = /\p{Cc}/u;
const CONTROL_CHARACTER_BUT_LINE_BREAK = /(?![\n\r\t])\p{Cc}/u;
const LONE_SURROGATE = /\p{Cs}/u;

const printable = (control: RegExp) => (text: string) => !control.test(text) && !LONE_SURROGATE.test(text);

/**
 * One line of text: trimmed, not empty, without control characters.
 * @param max most characters (UTF-16 code units)
 */
export const shortText = (max: number) =>
  z.string().trim().min(1).max(max).refine(printable(CONTROL_CHARACTER), { error: 'Contains characters that cannot be shown. Type the text instead of pasting it.' });

/**
 * Text of several lines: not empty, no control characters but line breaks and tabs.
 * @param max most characters (UTF-16 code units)
 */
export const longText = (max: number) =>
  z.string().trim().min(1).max(max).refine(printable(CONTROL_CHARACTER_BUT_LINE_BREAK), { error: 'Contains characters that cannot be shown. Type the text instead of pasting it.' });

/**
 * An e-mail address as people type it, at most 254 characters; internationalized local parts and domains are allowed.
 * @see RFC 5321 section 4.5.3.1, RFC 6531
 */
export const emailAddress = () =>
  z.string().trim().max(254).regex(/^[^\s@\p{Cc}<>"(),:;[\]\\]{1,64}@[^\s@\p{Cc}<>"(),:;[\]\\]+\.[^\s@\p{Cc}<>"(),:;[\]\\.]{2,}$/u, {
    error: 'This is not an e-mail address. It looks like name@example.com.',
  });

/** An identifier made by this system, in the one spelling it is compared in (RFC 9562 section 4: upper case is read too). */
export const identifier = () => z.uuid().toLowerCase();

/** The form in which addresses are compared: Unicode-normalized, lower case, domain in ASCII where the platform can. */
export function foldAddress(address: string): string {
  const folded = address.trim().normalize('NFKC').toLowerCase();
  const at = folded.lastIndexOf('@');
  const domain = folded.slice(at + 1);
  return `${folded.slice(0, at + 1)}${asciiDomain(domain)}`;
}

/** The domain of an address, in the form in which domains are compared. */
export const domainOf = (address: string): string => foldAddress(address).slice(foldAddress(address).lastIndexOf('@') + 1);

function asciiDomain(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}
