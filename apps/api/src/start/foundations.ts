import type { Time } from '@smartpar/kernel';
import { type KeyRing, LinkTokens } from '@smartpar/platform/http';
import { type Carrier, DevelopmentCarrier, MailRendering, MailTemplates, SmtpCarrier } from '@smartpar/platform/mail';
import { AppModule } from '../app.module';
import type { Configuration } from '../config/configuration';
import { allMails } from '../slices';
import type { Storage } from './storage';

/** What there is before the application is put together. */
export interface Foundations {
  readonly configuration: Configuration;
  readonly keys: KeyRing;
  readonly time: Time;
  readonly storage: Storage;
}

/** Writes mails out for this installation. */
export function mailRendering({ configuration, keys }: Pick<Foundations, 'configuration' | 'keys'>): MailRendering {
  const links = new LinkTokens(keys);
  return new MailRendering(new MailTemplates(allMails), {
    baseUrl: configuration.baseUrl,
    token: (purpose, parts) => links.make(purpose, parts),
    code: (purpose, parts, keyId) => links.code(purpose, parts, keyId).code,
  });
}

/** Takes mails to the mail server, or leaves them for the development mailbox. */
export const mailCarrier = ({ SMTP_URL, MAIL_FROM }: Configuration): Carrier =>
  SMTP_URL === undefined ? new DevelopmentCarrier() : new SmtpCarrier(SMTP_URL, MAIL_FROM);

/** The application's root module on its foundations. */
export const appModule = (foundations: Foundations) => {
  const { configuration, keys, time, storage } = foundations;
  return AppModule.of({ configuration, keys, time, database: storage.database, rendering: mailRendering(foundations) });
};
