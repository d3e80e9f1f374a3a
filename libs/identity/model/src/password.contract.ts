import { emailAddress } from '@smartpar/platform/contract';
import * as z from 'zod';
import { codeText } from './second-factor.contract';

/** Longest password text accepted from outside, in UTF-16 code units; the rule about length counts characters. */
const LONGEST_TEXT = 512;

/** A password as typed: every character but control characters, nothing trimmed. */
export const passwordText = () =>
  z
    .string()
    .min(1)
    .max(LONGEST_TEXT)
    .refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), { error: 'Contains characters that cannot be typed. Type the password instead of pasting it.' });

/** The token of a link that was mailed. */
const linkToken = () => z.string().min(1).max(1000).describe('The token from the link, as it stood after `#t=`.');

/** Changes the signed-in account's password. */
export const passwordChange = z.strictObject({ currentPassword: passwordText(), newPassword: passwordText() }).meta({ id: 'PasswordChange' });

/** Changes the signed-in account's password. */
export type PasswordChange = z.infer<typeof passwordChange>;

/** Asks for a link to choose a new password. */
export const passwordResetRequest = z.strictObject({ email: emailAddress() }).meta({ id: 'PasswordResetRequest' });

/** Asks for a link to choose a new password. */
export type PasswordResetRequest = z.infer<typeof passwordResetRequest>;

/** Asks what a link is good for. Nothing is spent. */
export const passwordResetOpening = z.strictObject({ token: linkToken() }).meta({ id: 'PasswordResetOpening' });

/** Asks what a link is good for. Nothing is spent. */
export type PasswordResetOpening = z.infer<typeof passwordResetOpening>;

/** What a link is good for: a forgotten password or the first one. */
export const PASSWORD_LINK_PURPOSES = ['reset', 'first-password'] as const;

/** What a link is good for. */
export type PasswordLinkPurpose = (typeof PASSWORD_LINK_PURPOSES)[number];

/** What the page behind a working link shows. */
export const openedPasswordReset = z
  .object({
    purpose: z.enum(PASSWORD_LINK_PURPOSES),
    email: z.string().describe('Address of the account, so that its holder sees whose password this is.'),
    name: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OpenedPasswordReset' });

/** What the page behind a working link shows. */
export type OpenedPasswordReset = z.infer<typeof openedPasswordReset>;

/** Chooses a password by a mailed link, and signs out everywhere. */
export const passwordResetCompletion = z.strictObject({ token: linkToken(), newPassword: passwordText() }).meta({ id: 'PasswordResetCompletion' });

/** Chooses a password by a mailed link, and signs out everywhere. */
export type PasswordResetCompletion = z.infer<typeof passwordResetCompletion>;

/** Types the password again before a dangerous act, and a code where a second factor is set up. */
export const reauthentication = z.strictObject({ password: passwordText(), code: codeText().optional() }).meta({ id: 'Reauthentication' });

/** Types the password again before a dangerous act. */
export type Reauthentication = z.infer<typeof reauthentication>;

/** Until when the password need not be typed again. */
export const reauthenticated = z.object({ freshUntil: z.iso.datetime() }).meta({ id: 'Reauthenticated' });

/** Until when the password need not be typed again. */
export type Reauthenticated = z.infer<typeof reauthenticated>;
