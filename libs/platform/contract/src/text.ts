import * as z from 'zod';

const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const CONTROL_CHARACTER_BUT_LINE_BREAK = /(?![\n\r\t])\p{Cc}/u;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Turns the direction of what follows, so that a text reads other than it is; and the mark at the beginning of a file.
 * Phones and mail programs put them around what is copied, where nobody sees them.
 * @see UAX 9 section 2
 */
const TURNS = /[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** In one line also direction marks and invisible gaps, which part and join nothing there. */
const TURNS_AND_GAPS = /[\u202a-\u202e\u2066-\u2069\ufeff\u061c\u200e\u200f\u00ad\u200b\u2060-\u2064]/gu;

/**
 * Something that can be seen. What joins letters or keeps them apart (U+200D and U+200C: in Persian, Malayalam, in a
 * family of emoji) belongs to a text, and is none by itself.
 */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\u2800]/u;

/**
 * An address, and in the same words its normal form: a sign that only looks like an at sign or a slash must not become one, since what follows
 * it would no longer be read as part of the domain.
 * @see RFC 5321 section 4.1.2, RFC 3986 section 3
 */
const ADDRESS = /^[^\s@\p{Cc}<>"(),:;[\]\\]{1,64}@[^\s@\p{Cc}<>"(),:;[\]\\/?#%]+\.[^\s@\p{Cc}<>"(),:;[\]\\/?#%.]{2,}$/u;

const NOT_IN_DOMAIN = /[\s@:[\]\\/?#%]/;

const INVISIBLE_IN_ADDRESS = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\u2800]/u;

const printable = (control: RegExp) => (text: string) => !control.test(text) && !LONE_SURROGATE.test(text);

const UNPRINTABLE = 'Contains characters that cannot be shown. Type the text instead of pasting it.';
const NOTHING_VISIBLE = { error: 'There is nothing in it that can be seen. Please type it.', params: { code: 'nothing_visible' } };
const NO_ADDRESS = 'This is not an e-mail address. It looks like name@example.com.';

/** What is empty is said to be just that. */
const visible = (text: string): boolean => text === '' || VISIBLE.test(text);

const oneLine = (text: string): string => text.replace(TURNS_AND_GAPS, '');

/** One line of text as it is kept: trimmed, without what turns it around and without gaps nobody sees. Empty where nothing else is in it. */
export const plainLine = (text: string): string => oneLine(text).trim();

/**
 * One line of text: trimmed, not empty, without control characters. What turns the direction of the text goes; some of it has to be seen.
 * @param max most characters (UTF-16 code units)
 */
export const shortText = (max: number) =>
  z.string().overwrite(oneLine).trim().min(1).max(max).refine(printable(CONTROL_CHARACTER), { error: UNPRINTABLE }).refine(visible, NOTHING_VISIBLE);

/**
 * Text of several lines: not empty, no control characters but line breaks and tabs. What turns the direction of the text goes; some of it has to be seen.
 * @param max most characters (UTF-16 code units)
 */
export const longText = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(TURNS, ''))
    .trim()
    .min(1)
    .max(max)
    .refine(printable(CONTROL_CHARACTER_BUT_LINE_BREAK), { error: UNPRINTABLE })
    .refine(visible, NOTHING_VISIBLE);

/**
 * An e-mail address as people type it, at most 254 characters; internationalized local parts and domains are allowed.
 * @see RFC 5321 section 4.5.3.1, RFC 6531
 */
export const emailAddress = () =>
  z
    .string()
    .overwrite(oneLine)
    .trim()
    .max(254)
    .regex(ADDRESS, { error: NO_ADDRESS, abort: true })
    .refine((address) => ADDRESS.test(address.normalize('NFKC')) && !INVISIBLE_IN_ADDRESS.test(address), { error: NO_ADDRESS });

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

/** What would end the name of a host in an address of the web is part of the text here. */
function asciiDomain(domain: string): string {
  if (NOT_IN_DOMAIN.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}
