import { emailAddress } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Longest grace an organization may give, in days. */
export const MAX_GRACE_DAYS = 90;

/** Longest text that is looked at as a code. */
const LONGEST_CODE = 60;

/** A code from an authenticator app, or a recovery code, as typed. */
export const codeText = () =>
  z.string().min(1).max(LONGEST_CODE).describe('Six digits from an authenticator app, or a recovery code; spaces and dashes do not count.');

/** The password was right; a code is asked for next. */
export const codeWanted = z.object({ codeWantedUntil: z.iso.datetime().describe('Until when the code may be given.') }).meta({ id: 'CodeWanted' });

/** The password was right; a code is asked for next. */
export type CodeWanted = z.infer<typeof codeWanted>;

/** Gives the code after the password. */
export const codeGiven = z.strictObject({ code: codeText() }).meta({ id: 'CodeGiven' });

/** Gives the code after the password. */
export type CodeGiven = z.infer<typeof codeGiven>;

/** The second factor of the account, as its holder sees it. */
export const secondFactor = z
  .object({
    since: z.iso.datetime().nullable().describe('When it was set up; null where there is none.'),
    recoveryCodesLeft: z.int(),
    privateAddress: z.string().nullable().describe('An address out of every organization\u2019s reach, to which a link can prove the holder.'),
    unconfirmedAddress: z.string().nullable().describe('An address a confirmation was sent to.'),
  })
  .meta({ id: 'SecondFactor' });

/** The second factor of the account, as its holder sees it. */
export type SecondFactor = z.infer<typeof secondFactor>;

/** A secret to be taken into an authenticator app. It counts for nothing until a code of it was given. */
export const preparedSecondFactor = z
  .object({
    secret: z.string().describe('In base32, for typing.'),
    uri: z.string().describe('The same for a picture that apps scan: `otpauth://totp/...`'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'PreparedSecondFactor' });

/** A secret to be taken into an authenticator app. */
export type PreparedSecondFactor = z.infer<typeof preparedSecondFactor>;

/** Confirms the prepared secret by its first code. */
export const secondFactorSetUp = z
  .strictObject({ code: codeText(), endOtherSessions: z.boolean().default(false).describe('All other sessions of the account end.') })
  .meta({ id: 'SecondFactorSetUp' });

/** Confirms the prepared secret by its first code. */
export type SecondFactorSetUp = z.infer<typeof secondFactorSetUp>;

/** Recovery codes, shown this once. */
export const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Ten codes that work once each. Empty where this was asked again: they are shown once.') })
  .meta({ id: 'RecoveryCodes' });

/** Recovery codes, shown this once. */
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

/** Names an address of the holder\u2019s own. */
export const privateAddressInput = z.strictObject({ email: emailAddress() }).meta({ id: 'PrivateAddressInput' });

/** Names an address of the holder\u2019s own. */
export type PrivateAddressInput = z.infer<typeof privateAddressInput>;

/** The token of a mailed link. */
export const factorLinkToken = z
  .strictObject({ token: z.string().min(1).max(1000).describe('The token from the link, as it stood after `#t=`.') })
  .meta({ id: 'FactorLinkToken' });

/** The token of a mailed link. */
export type FactorLinkToken = z.infer<typeof factorLinkToken>;

/** Whether the organization asks its members for a second factor. */
export const factorRequirement = z
  .object({
    required: z.boolean(),
    graceDays: z.int(),
    requiredFrom: z.iso.datetime().nullable().describe('From when on nobody comes in without one.'),
    version: z.int(),
  })
  .meta({ id: 'FactorRequirement' });

/** Whether the organization asks its members for a second factor. */
export type FactorRequirementView = z.infer<typeof factorRequirement>;

/** Asks members for a second factor, or stops asking. */
export const factorRequirementInput = z
  .strictObject({ required: z.boolean(), graceDays: z.int().min(0).max(MAX_GRACE_DAYS), version: z.int().min(0) })
  .meta({ id: 'FactorRequirementInput' });

/** Asks members for a second factor, or stops asking. */
export type FactorRequirementInput = z.infer<typeof factorRequirementInput>;

/** Gives a member another address to sign in with. */
export const memberAddressChange = z
  .strictObject({ memberNumber: z.string().min(1).max(20).describe('Such as M-10422.'), email: emailAddress() })
  .meta({ id: 'MemberAddressChange' });

/** Gives a member another address to sign in with. */
export type MemberAddressChange = z.infer<typeof memberAddressChange>;

/** Lets a member into this organization without the second factor they lost. */
export const secondFactorReset = z.strictObject({ memberNumber: z.string().min(1).max(20).describe('Such as M-10422.') }).meta({ id: 'SecondFactorReset' });

/** Lets a member into this organization without the second factor they lost. */
export type SecondFactorReset = z.infer<typeof secondFactorReset>;
