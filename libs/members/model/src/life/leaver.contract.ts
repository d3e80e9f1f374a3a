import { codeLetters, emailAddress } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from '../moment.contract';
import { leavingOutlook } from './departure.contract';

/** Where the envelope of somebody who left is opened. */
export const LEAVER_PATH = '/leaver';

/** Letters of the code in it: 100 bits. */
export const LEAVER_CODE_LETTERS = 20;

/** The code in whatever spelling it was typed; what is none is refused like a wrong one. */
const code = () =>
  z
    .string()
    .max(200)
    .transform((typed) => codeLetters(typed, LEAVER_CODE_LETTERS) ?? '');

/** `POST /leaver`: opens the envelope of somebody who left. Opening spends nothing. */
export const openEnvelope = z.strictObject({ code: code() }).meta({ id: 'OpenEnvelope' });

/** `POST /leaver/reply-address`: where answers go from now on; null: nowhere. */
export const giveReplyAddress = z.strictObject({ code: code(), email: emailAddress().nullable() }).meta({ id: 'GiveReplyAddress' });

/** A request of theirs, with what opens it. */
export const leaverRequest = z
  .object({
    reference: z.string(),
    askedAt: instantText(),
    standing: z.enum(['open', 'waits-for-you', 'answered']),
    token: z.string().describe('Opens it at /follow.'),
  })
  .meta({ id: 'LeaverRequest' });

/** A request of theirs, with what opens it. */
export type LeaverRequest = z.infer<typeof leaverRequest>;

/** What the envelope shows. */
export const leaverView = z
  .object({
    organization: z.string(),
    contact: z.object({ name: z.string(), email: z.string() }).nullable().describe('Whom to ask.'),
    standing: z.enum(['grace', 'kept', 'done']).describe('They can come back; that is over; nothing names them any more.'),
    departedAt: instantText(),
    graceUntil: instantText(),
    replyAddress: z.string().nullable(),
    outlook: leavingOutlook,
    requests: z.array(leaverRequest).describe('Newest first.'),
  })
  .meta({ id: 'LeaverView' });

/** What the envelope shows. */
export type LeaverView = z.infer<typeof leaverView>;

/** `POST /organizations/:organizationId/my/leaving`: whoever leaves says that they read what follows. */
export const leaveMyself = z.strictObject({ read: z.literal(true) }).meta({ id: 'LeaveMyself' });

/** Answer to `POST /organizations/:organizationId/my/leaving`: the way back, this once. */
export const leftMyself = z.object({ code: z.string(), graceUntil: instantText() }).meta({ id: 'LeftMyself' });

/** The way back. */
export type LeftMyself = z.infer<typeof leftMyself>;
