import { ROLES } from '@smartpar/access/model';
import { pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { AUDIT_ACTOR_KINDS } from '../recorded-entry';

/** One entry of the log as such: what was done to what kind of thing, when, and as which role; neither by whom nor to whom. */
export const logOutlineLine = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({ kind: z.enum(AUDIT_ACTOR_KINDS), roles: z.array(z.enum(ROLES)) }),
    action: z.string(),
    target: z.object({ noun: z.string() }),
  })
  .meta({ id: 'AuditLogOutline' });

/** One entry of the log as such. */
export type LogOutlineLine = z.infer<typeof logOutlineLine>;

/** `GET /organizations/:organizationId/audit-outline`: the log as such, newest first. */
export const logOutlinePage = pageOf(logOutlineLine).meta({ id: 'AuditLogOutlinePage' });

/** Query of the log as such: nobody and nothing can be asked for by name. */
export const logOutlineQuery = pageQuery();

/** Query of the log as such. */
export type LogOutlineQuery = z.infer<typeof logOutlineQuery>;
