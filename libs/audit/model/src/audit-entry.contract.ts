import { ROLES } from '@smartpar/access/model';
import { identifier, pageOf, pageQuery, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { AUDIT_ACTOR_KINDS } from './recorded-entry';

/** Noun and past participle: `privacy-request.answered`. */
const action = () =>
  z
    .string()
    .max(100)
    .regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/);
const noun = () =>
  z
    .string()
    .max(60)
    .regex(/^[a-z][a-z-]*$/);

/** An instant as people and programs write it; the database knows no year 0. */
const moment = () =>
  z.iso
    .datetime({ offset: true })
    .max(40)
    .regex(/^(?!0000)/);

/** What an organization may ask its log for. */
export const auditEntryQuery = pageQuery()
  .extend({
    action: action().optional().describe('Only this action.'),
    actorKind: z.enum(AUDIT_ACTOR_KINDS).optional().describe('Only what this kind of actor did.'),
    actorId: shortText(100).optional().describe('Only what this member, account, request or process did.'),
    targetNoun: noun().optional().describe('Only what was done to this kind of thing.'),
    targetId: shortText(100).optional().describe('Only what was done to this thing; goes with targetNoun.'),
    from: moment().optional().describe('Not before this instant.'),
    to: moment().optional().describe('Before this instant.'),
  })
  .refine(({ targetNoun, targetId }) => targetId === undefined || targetNoun !== undefined, {
    path: ['targetNoun'],
    error: 'Say what kind of thing it is.',
    params: { code: 'required' },
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    path: ['to'],
    error: 'The end lies before the beginning.',
    params: { code: 'not_allowed' },
  });

/** What an organization asks its log for, as read. */
export type AuditEntryQuery = z.infer<typeof auditEntryQuery>;

/** One entry of the log, as an organization reads it. */
export const auditEntryContract = z
  .object({
    id: identifier(),
    at: z.iso.datetime(),
    actor: z.object({
      kind: z.enum(AUDIT_ACTOR_KINDS),
      id: z.string().nullable(),
      memberNumber: z.string().nullable().describe('The number that stands for a member where nothing personal is shown.'),
      roles: z.array(z.enum(ROLES)).describe('Roles the member held at that moment.'),
    }),
    action: z.string(),
    target: z.object({ noun: z.string(), id: z.string() }),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'AuditEntry' });

/** One entry in the log itself, where it is also told how it is sealed. */
export const loggedEntryContract = auditEntryContract
  .extend({ sealedIn: z.int().nullable().describe('Number of the first checkpoint that covers the entry; null while it is not sealed.') })
  .meta({ id: 'LoggedAuditEntry' });

/** A page of the log, newest first. */
export const auditEntryPage = pageOf(loggedEntryContract).meta({ id: 'AuditEntryPage' });

/** One entry in the log itself. */
export type LoggedEntry = z.infer<typeof loggedEntryContract>;

/** One entry, as an organization reads it. */
export type AuditEntryLine = z.infer<typeof auditEntryContract>;
