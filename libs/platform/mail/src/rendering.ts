import { Temporal } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import type { Message } from './carrier';
import { asHtml, asText } from './layout';
import type { LetterContext, MailFacts } from './letter';
import type { MailTemplates } from './registry';

/** A mail as it rests in the outbox. */
export interface StoredMail {
  readonly id: string;
  readonly to_address: string;
  readonly locale: Locale;
  readonly template: string;
  readonly facts: MailFacts;
  readonly created_at: Date;
}

/** What rendering needs to know of this installation. */
export interface MailSurroundings {
  /** address of the console, without a slash at the end */
  readonly baseUrl: string;
  /** makes a link token: what it is good for, and what it opens */
  readonly token: (purpose: string, parts: readonly string[]) => string;
  /** makes a code for copying by hand; where nothing makes codes, no mail with one is sent */
  readonly code?: (purpose: string, parts: readonly string[], keyId: string) => string;
}

/** Writes out stored mails: tokens and texts come into being here, moments before the mail leaves. */
export class MailRendering {
  constructor(
    private readonly templates: MailTemplates,
    private readonly surroundings: MailSurroundings,
  ) {}

  /** @returns the mail as it leaves; its Message-ID is the same at every try */
  render(mail: StoredMail): Message {
    const letter = this.templates.get(mail.template).letter(mail.facts, this.context(mail.locale));
    const domain = new URL(this.surroundings.baseUrl).hostname;
    return { messageId: `<${mail.id}@${domain}>`, to: mail.to_address, subject: letter.subject, text: asText(letter), html: asHtml(letter, mail.locale) };
  }

  private context(locale: Locale): LetterContext {
    const { baseUrl, token, code } = this.surroundings;
    return {
      locale,
      baseUrl,
      link: (path, purpose, parts) => `${baseUrl}${path}#t=${token(purpose, parts)}`,
      ...(code !== undefined && { code }),
      date: (iso, timeZone) => dateInWords(iso, locale, timeZone),
    };
  }
}

/**
 * `2026-03-02` or an instant, in words; an instant is read in the time zone given, else in UTC. The day comes before the month in
 * either language: most who read English here are not in the United States.
 */
function dateInWords(iso: string, locale: Locale, timeZone = 'UTC'): string {
  const day = iso.includes('T') ? Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone).toPlainDate() : Temporal.PlainDate.from(iso);
  return day.toLocaleString(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'full' });
}
