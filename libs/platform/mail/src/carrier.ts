import { createTransport, type Transporter } from 'nodemailer';

/** A mail as it leaves. */
export interface Message {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The receiving side refused for good: trying again is no use. */
export class Bounced extends Error {
  /** @param responseCode the SMTP reply code, 500 to 599 */
  constructor(readonly responseCode: number) {
    super(`refused for good with ${responseCode}`);
  }
}

/** Whatever takes mails away. */
export abstract class Carrier {
  /**
   * Hands one mail over. Returning means it was accepted.
   * @throws {Bounced} when it was refused for good; anything else may be tried again
   */
  abstract carry(message: Message): Promise<void>;

  /** Lets go of connections. */
  abstract close(): void;
}

/** Hands mails to a mail server. */
export class SmtpCarrier extends Carrier {
  private readonly transport: Transporter;

  /**
   * @param url `smtp://user:password@host:587` or `smtps://...`
   * @param from sender, as `Name <address>`
   */
  constructor(url: string, private readonly from: string) {
    super();
    this.transport = createTransport(url, { from });
  }

  async carry(message: Message): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.text,
        html: message.html,
        messageId: message.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      const code = responseCodeOf(error);
      throw code >= 500 && code < 600 && isAboutTheMail(error) ? new Bounced(code) : error;
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Keeps mails where they are: they are read on the development mailbox page. */
export class DevelopmentCarrier extends Carrier {
  carry(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    // holds nothing
  }
}

/** The commands whose refusal is about this reader or this mail. A refused password or sender is ours to put right, and then the mail still leaves. */
const ABOUT_THE_MAIL: ReadonlySet<unknown> = new Set(['RCPT TO', 'DATA']);

const isAboutTheMail = (error: unknown): boolean => typeof error === 'object' && error !== null && 'command' in error && ABOUT_THE_MAIL.has(error.command);

const responseCodeOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
