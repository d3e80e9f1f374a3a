import { identifier, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from '../moment.contract';

/** How a call ended: done, refused for what it was, or failed on our side. */
export const CALL_OUTCOMES = ['done', 'refused', 'failed'] as const;

/** How a call ended. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** For how many days calls are kept. */
export const CALL_DAYS = 90;

/** `GET /organizations/:organizationId/provisioning/calls`. */
export const callQuery = pageQuery()
  .extend({
    outcome: z.enum(CALL_OUTCOMES).optional().describe('Only calls that ended so.'),
    tokenId: identifier().optional().describe('Only calls with this token.'),
    changes: z.enum(['true', 'false']).optional().describe('Only calls that were to change something, or only the others.'),
    resourceId: identifier().optional().describe('Only calls about this member or group.'),
  })
  .meta({ id: 'ProvisioningCallQuery' });

/** What calls are asked for. */
export type CallQuery = z.infer<typeof callQuery>;

/** One call of a directory, without any value it held. */
export const provisioningCall = z
  .object({
    id: identifier(),
    at: instantText(),
    tokenId: identifier().nullable(),
    tokenName: z.string().nullable(),
    method: z.string(),
    path: z.string().describe('With names of parameters in place of their values.'),
    resourceId: identifier().nullable(),
    memberNumber: z.string().nullable(),
    outcome: z.enum(CALL_OUTCOMES),
    status: z.int(),
    fault: z.string().nullable().describe('The word of the protocol for what went wrong.'),
    changed: z.array(z.string()).describe('Names of what it changed.'),
    notKept: z.array(z.string()).describe('Names of what was sent and is not kept here.'),
    filter: z.string().nullable().describe('What it asked for, without what it compared with.'),
    milliseconds: z.int(),
  })
  .meta({ id: 'ProvisioningCall' });

/** One call of a directory. */
export type ProvisioningCall = z.infer<typeof provisioningCall>;

/** A page of calls, the newest first. */
export const provisioningCalls = pageOf(provisioningCall).meta({ id: 'ProvisioningCalls' });

/** How a status says a call ended. */
export const outcomeOf = (status: number): CallOutcome => (status < 400 ? 'done' : status < 500 ? 'refused' : 'failed');
