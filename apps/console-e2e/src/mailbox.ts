import { type APIRequestContext, expect } from '@playwright/test';

/** A mail as the development mailbox tells of it. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What arrives at one address from now on. */
export class Mailbox {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly address: string,
    private readonly read: Set<string>,
  ) {}

  /** Opens the mailbox of an address. Whatever is in it already is taken as read. */
  static async of(request: APIRequestContext, address: string): Promise<Mailbox> {
    const mailbox = new Mailbox(request, address, new Set());
    for (const { id } of await mailbox.all()) mailbox.read.add(id);
    return mailbox;
  }

  /** Waits for the next unread mail with such a subject, and reads it. */
  async next(subject: RegExp): Promise<Mail> {
    let found: Mail | undefined;
    await expect(async () => {
      found = (await this.unread()).find((mail) => subject.test(mail.subject));
      expect(found, `a mail to ${this.address} with the subject ${subject}`).toBeDefined();
    }).toPass({ timeout: 20_000 });
    if (found === undefined) throw new Error('No such mail.');
    this.read.add(found.id);
    return found;
  }

  /** Every mail that has not been read yet, newest first. */
  async unread(): Promise<readonly Mail[]> {
    return (await this.all()).filter(({ id }) => !this.read.has(id));
  }

  private async all(): Promise<readonly Mail[]> {
    const answer = await this.request.get('/api/development/mails', { params: { to: this.address } });
    const { items } = (await answer.json()) as { items: readonly Mail[] }; // shape kept by the server's own contract
    return items;
  }
}

/** The one link of a mail, as a path of the console. */
export function linkIn({ subject, text }: Mail): string {
  const [link] = /https?:\/\/\S+#\S+/u.exec(text) ?? [];
  if (link === undefined) throw new Error(`The mail "${subject}" has no link.`);
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}
