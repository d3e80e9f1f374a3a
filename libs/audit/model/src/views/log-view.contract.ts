import { identifier, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { AUDIT_ACTOR_KINDS } from '../recorded-entry';

/** Most views one member may keep. */
export const MOST_VIEWS = 50;

const code = () =>
  z
    .string()
    .max(100)
    .regex(/^[a-z][a-z.-]*$/);
const day = () => z.iso.date();

/** What a view of the log shows; what is absent is not narrowed. */
export const logFilterContract = z
  .strictObject({
    action: code().optional(),
    actorKind: z.enum(AUDIT_ACTOR_KINDS).optional(),
    actorId: shortText(100).optional(),
    targetNoun: code().optional(),
    targetId: shortText(100).optional(),
    from: day().optional().describe('First day, as whoever looks means it.'),
    to: day().optional().describe('Last day, included.'),
  })
  .meta({ id: 'AuditLogFilter' });

/** What a view of the log shows. */
export type LogFilter = z.infer<typeof logFilterContract>;

/** `POST /organizations/:organizationId/audit-log/views`. */
export const addLogView = z
  .strictObject({ name: shortText(80), filter: logFilterContract, shared: z.boolean().default(false).describe('Whether everybody who reads the log sees it.') })
  .meta({ id: 'AddAuditLogView' });

/** A view to be kept, as read. */
export type AddLogView = z.infer<typeof addLogView>;

/** `PATCH /organizations/:organizationId/audit-log/views/:viewId`; what is absent stays. */
export const changeLogView = z
  .strictObject({ name: shortText(80).optional(), filter: logFilterContract.optional(), shared: z.boolean().optional() })
  .meta({ id: 'ChangeAuditLogView' });

/** What changes about a view, as read. */
export type ChangeLogView = z.infer<typeof changeLogView>;

/** One view of the log that was kept. */
export const logViewContract = z
  .object({
    id: identifier(),
    name: z.string(),
    filter: logFilterContract,
    shared: z.boolean(),
    mine: z.boolean(),
    removable: z.boolean().describe('Whether whoever asks may remove it.'),
  })
  .meta({ id: 'AuditLogView' });

/** One view, as it travels. */
export type LogView = z.infer<typeof logViewContract>;

/** Own views and those others share, by name. */
export const logViewList = z.object({ items: z.array(logViewContract) }).meta({ id: 'AuditLogViewList' });

/** Views, as they travel. */
export type LogViewList = z.infer<typeof logViewList>;
