import { ROLES } from '@smartpar/access/model';
import { emailAddress, identifier, locale } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ORGANIZATION_KINDS } from './account';
import { passwordText } from './password.contract';
import { codeWanted } from './second-factor.contract';

/** Signs in. */
export const signIn = z
  .strictObject({
    email: emailAddress(),
    password: passwordText(),
    sharedComputer: z.boolean().default(false).describe('The session ends with the browser, and after a short time without use.'),
  })
  .meta({ id: 'SignIn' });

/** Signs in. */
export type SignIn = z.infer<typeof signIn>;

/** One organization the account's holder may act in. */
export const enteredMembership = z
  .object({
    organizationId: identifier(),
    memberId: identifier(),
    organizationName: z.string(),
    kind: z.enum(ORGANIZATION_KINDS),
    roles: z.array(z.enum(ROLES)).describe('What they are there; everyone may see their own things without any role.'),
    further: z.boolean().optional().describe('true: they hold a role of the organization’s own, or one for a site or a group.'),
    mayEnter: z.boolean().describe('False where a second factor has to be set up, or given, first.'),
    factorFrom: z.iso.datetime().nullable().describe('From when on the organization asks for a second factor; null where it does not.'),
  })
  .meta({ id: 'Membership' });

/** Who is signed in, and where they may go. */
export const currentSession = z
  .object({
    account: z.object({ id: identifier(), email: z.string(), name: z.string().nullable(), locale: locale() }),
    sessionId: identifier(),
    sharedComputer: z.boolean(),
    endsAt: z.iso.datetime().describe('When the session ends at the latest.'),
    freshUntil: z.iso.datetime().describe('Until when the password need not be typed again before a dangerous act.'),
    secondFactor: z.boolean().describe('A code is asked for, beside the password.'),
    onlyIn: identifier()
      .nullable()
      .describe('The one organization this session reaches, because it reset the second factor; null for everything of the account.'),
    memberships: z.array(enteredMembership).describe('Organizations they may act in now, by name.'),
  })
  .meta({ id: 'CurrentSession' });

/** Who is signed in, and where they may go. */
export type CurrentSession = z.infer<typeof currentSession>;

/** What follows the right password: a session, or the question for a code. */
export const signInAnswer = z.union([currentSession, codeWanted]).meta({ id: 'SignInAnswer' });

/** What follows the right password: a session, or the question for a code. */
export type SignInAnswer = z.infer<typeof signInAnswer>;

/** One place where the account is signed in. */
export const sessionLine = z
  .object({
    id: identifier(),
    browser: z.string().nullable().describe('Name of the browser, where it said so.'),
    system: z.string().nullable().describe('Name of the operating system, where the browser said so.'),
    network: z.string().nullable().describe('First part of the network address, never the whole.'),
    sharedComputer: z.boolean(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe('Noted once a minute at most.'),
    current: z.boolean().describe('The session that asks.'),
  })
  .meta({ id: 'SessionLine' });

/** One place where the account is signed in. */
export type SessionLine = z.infer<typeof sessionLine>;

/** Everywhere the account is signed in, last used first. */
export const sessionList = z.object({ items: z.array(sessionLine) }).meta({ id: 'SessionList' });

/** Everywhere the account is signed in, last used first. */
export type SessionList = z.infer<typeof sessionList>;

/** Changes what the account's holder prefers; what is left out stays. */
export const preferencesChange = z.strictObject({ locale: locale().optional() }).meta({ id: 'PreferencesChange' });

/** Changes what the account's holder prefers; what is left out stays. */
export type PreferencesChange = z.infer<typeof preferencesChange>;

/** What the account's holder prefers. */
export const preferences = z.object({ locale: locale() }).meta({ id: 'Preferences' });

/** What the account's holder prefers. */
export type Preferences = z.infer<typeof preferences>;
