import { emailAddress, identifier, pageOf, pageQuery, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { STAFF_ROLES } from '../actor';
import { PROFILE_CATEGORIES } from '../category';
import { LOCKBOX_JUSTIFICATIONS, LOCKBOX_LEAST_MINUTES, LOCKBOX_MOST_MINUTES, LOCKBOX_REACHES, LOCKBOX_STATES } from './lockbox';

const moment = () => z.string().meta({ format: 'date-time' });
const categories = () =>
  z
    .array(z.enum(PROFILE_CATEGORIES))
    .min(1)
    .max(PROFILE_CATEGORIES.length)
    .refine((named) => new Set(named).size === named.length, { error: 'Name each category once.' });
const minutes = () => z.int().min(LOCKBOX_LEAST_MINUTES).max(LOCKBOX_MOST_MINUTES);

/** Largest number a member can have. */
const MOST_NUMBER = 2_147_483_647;

/** How somebody names whom it is about. What is not there is taken like what is: no answer tells. */
export const lockboxScopeNamed = z
  .union([
    z.strictObject({ reach: z.literal('all') }),
    z.strictObject({ reach: z.literal('site'), name: shortText(120).describe('The exact name of the site.') }),
    z.strictObject({ reach: z.literal('member'), number: z.int().min(1).max(MOST_NUMBER) }),
    z.strictObject({ reach: z.literal('member'), email: emailAddress() }),
  ])
  .meta({ id: 'LockboxScopeNamed' });

/** How somebody names whom it is about. */
export type LockboxScopeNamed = z.infer<typeof lockboxScopeNamed>;

/** A reference of SmartPAR's own case: capital letters, figures and dashes, so that nothing personal fits in. */
export const caseReference = () =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,10}-[A-Z0-9][A-Z0-9-]{0,24}$/, { error: 'Give the reference of the case, such as CASE-48211.' });

/** `POST /organizations/:organizationId/oversight/lockboxes`: staff ask to see an organization's data. */
export const lockboxRequest = z
  .strictObject({
    organizationId: identifier().describe('Whose data.'),
    caseReference: caseReference(),
    justification: z.enum(LOCKBOX_JUSTIFICATIONS),
    categories: categories(),
    scope: lockboxScopeNamed,
    minutes: minutes(),
  })
  .meta({ id: 'LockboxRequest' });

/** Staff ask to see an organization's data. */
export type LockboxRequest = z.infer<typeof lockboxRequest>;

const scopeAsked = z.object({
  reach: z.enum(LOCKBOX_REACHES),
  how: z.enum(['number', 'address', 'name']).nullable().describe('By what it was named.'),
});

const scopeSeen = scopeAsked.extend({
  memberNumber: z.string().nullable(),
  siteName: z.string().nullable(),
});

const shared = {
  id: z.string(),
  caseReference: z.string(),
  justification: z.enum(LOCKBOX_JUSTIFICATIONS),
  state: z.enum(LOCKBOX_STATES),
  requestedAt: moment(),
  lapsesAt: moment().describe('Unanswered until then, it is refused.'),
  until: moment().nullable().describe('Until when it runs or ran; null where it was never granted.'),
  endedAt: moment().nullable().describe('When somebody ended it.'),
  preapproved: z.boolean().describe('The organization had allowed this kind beforehand.'),
};

const extent = { categories: z.array(z.enum(PROFILE_CATEGORIES)), minutes: z.int() };

/** A lockbox as staff see their own. */
export const staffLockbox = z
  .object({
    ...shared,
    organization: z.object({ id: z.string(), name: z.string() }),
    asked: z.object({ ...extent, scope: scopeAsked }),
    granted: z.object({ ...extent, scope: scopeSeen }).nullable(),
  })
  .meta({ id: 'StaffLockbox' });

/** A lockbox as staff see their own. */
export type StaffLockbox = z.infer<typeof staffLockbox>;

/** A page of one's own lockboxes, newest first. */
export const staffLockboxPage = pageOf(staffLockbox).meta({ id: 'StaffLockboxPage' });

/** Query of one's own lockboxes. */
export const staffLockboxQuery = pageQuery().extend({ size: z.coerce.number().int().min(1).max(20).default(20) });

/** Query of one's own lockboxes. */
export type StaffLockboxQuery = z.infer<typeof staffLockboxQuery>;

/** A lockbox as the organization sees it. */
export const lockbox = z
  .object({
    ...shared,
    staff: z.object({ role: z.enum(STAFF_ROLES), number: z.string() }).describe('Who asks: role and number in SmartPAR’s workforce.'),
    mine: z.boolean().describe('Whoever reads asked for it themselves, and may not decide.'),
    asked: z.object({ ...extent, scope: scopeSeen }),
    granted: z.object({ ...extent, scope: scopeSeen }).nullable(),
    decidedAt: moment().nullable(),
    looks: z.int().describe('How many things were looked at.'),
  })
  .meta({ id: 'Lockbox' });

/** A lockbox as the organization sees it. */
export type Lockbox = z.infer<typeof lockbox>;

/** A page of an organization's lockboxes, newest first. */
export const lockboxPage = pageOf(lockbox).meta({ id: 'LockboxPage' });

/** Which of an organization's lockboxes. */
export const lockboxQuery = pageQuery().extend({ state: z.enum(['open', 'past']).optional().describe('Those that wait or run, or those that are over.') });

/** Which of an organization's lockboxes. */
export type LockboxQuery = z.infer<typeof lockboxQuery>;

/** `POST /organizations/:organizationId/lockboxes/:lockboxId/decision`. What is not named is as it was asked. */
export const lockboxDecision = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('approved'),
      categories: categories().optional(),
      scope: lockboxScopeNamed.optional(),
      minutes: minutes().optional(),
    }),
    z.strictObject({ outcome: z.literal('dismissed') }),
  ])
  .meta({ id: 'LockboxDecision' });

/** A decision on a lockbox. */
export type LockboxDecision = z.infer<typeof lockboxDecision>;

/** Kinds of looking under a lockbox. */
export const LOCKBOX_LOOKS = ['list', 'find', 'reveal'] as const;

/** A kind of looking under a lockbox. */
export type LockboxLookKind = (typeof LOCKBOX_LOOKS)[number];

/** One thing staff looked at. */
export const lockboxLook = z
  .object({
    id: z.string(),
    at: moment(),
    kind: z.enum(LOCKBOX_LOOKS).describe('A page of the list, a search by exact number or address, or data of one member.'),
    memberNumber: z.string().nullable().describe('Whom it was of; null for a page of the list and for a search that found nobody.'),
    memberId: z.string().nullable(),
    categories: z.array(z.enum(PROFILE_CATEGORIES)),
    reason: z.union([z.object({ template: z.string() }), z.object({ words: z.string() })]).nullable(),
  })
  .meta({ id: 'LockboxLook' });

/** One thing staff looked at. */
export type LockboxLook = z.infer<typeof lockboxLook>;

/** A page of what staff looked at, newest first. */
export const lockboxLookPage = pageOf(lockboxLook).meta({ id: 'LockboxLookPage' });

/** Query of what staff looked at. */
export const lockboxLookQuery = pageQuery();

/** Query of what staff looked at. */
export type LockboxLookQuery = z.infer<typeof lockboxLookQuery>;
