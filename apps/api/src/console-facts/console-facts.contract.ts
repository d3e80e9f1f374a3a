import { LOCALES, locale, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** What anybody may know about this installation. */
export const consoleFacts = z
  .object({
    locales: z.array(locale()),
    product: z.object({ name: z.string(), mode: z.enum(['hosted', 'own-server']) }),
    sessions: z
      .object({ idleMinutes: z.number().int(), longestMinutes: z.number().int(), sharedIdleMinutes: z.number().int() })
      .describe('How long a session lives without use, at the latest, and without use on a shared computer.'),
    development: z.boolean().describe('No mail server is configured: mails are shown on the development mailbox page.'),
  })
  .meta({ id: 'ConsoleFacts' });

/** What anybody may know about this installation. */
export type ConsoleFacts = z.infer<typeof consoleFacts>;

/** The languages the console speaks, in the order they are offered. */
export const offeredLocales = [...LOCALES];

/** Which mails the development mailbox shows. */
export const developmentMailQuery = z.strictObject({ to: shortText(254).optional().describe('Only mails to this address.') });

/** A query of the development mailbox. */
export type DevelopmentMailQuery = z.infer<typeof developmentMailQuery>;

/** Mails that would have been sent, newest first. */
export const developmentMails = z
  .object({ items: z.array(z.object({ id: z.uuid(), at: z.iso.datetime(), to: z.string(), subject: z.string(), text: z.string() })) })
  .meta({ id: 'DevelopmentMails' });

/** Mails that would have been sent. */
export type DevelopmentMails = z.infer<typeof developmentMails>;
