import type { Locale } from '@smartpar/platform/contract';

/** What a mail says, before it is laid out. Written by a template in the reader's language. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** the one thing to press */
  readonly action?: { readonly label: string; readonly url: string };
  /** facts worth keeping, such as a reference and a date */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** said small at the end: why this mail came */
  readonly footer: string;
}

/** What a template may use besides its facts. */
export interface LetterContext {
  readonly locale: Locale;
  /** address of the console, without a slash at the end */
  readonly baseUrl: string;
  /**
   * Makes the address of a page that opens something by token. The token rides the fragment, so it reaches no server log.
   * @param path a console path such as `/follow`
   * @param purpose what the token is good for
   * @param parts what it opens, as ids and short codes
   */
  link(path: string, purpose: string, parts: readonly string[]): string;
  /**
   * Makes the code that was made before of the same parts, for copying by hand; where nothing makes codes it is not there.
   * @param keyId the key it was made with
   */
  code?(purpose: string, parts: readonly string[], keyId: string): string;
  /** a date in words, for example `Monday, 2 March 2026`; takes an instant or a calendar date in ISO form */
  date(iso: string, timeZone?: string): string;
}

/** Facts of a mail: what the template needs besides the language. Ids, codes and dates rather than personal data. */
export type MailFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One kind of mail. */
export interface MailTemplate<F extends MailFacts = MailFacts> {
  /** slice and kind: `requests.receipt` */
  readonly name: string;
  /** writes the letter in the reader's language; a method, so that templates of all facts fit one list */
  letter(facts: F, context: LetterContext): Letter;
}

/**
 * Declares a kind of mail, with its text in every language.
 * @param name slice and kind, stored with each mail: never renamed once landed
 */
export const defineMail = <F extends MailFacts>(name: string, letters: Record<Locale, (facts: F, context: LetterContext) => Letter>): MailTemplate<F> => ({
  name,
  letter: (facts, context) => letters[context.locale](facts, context),
});
