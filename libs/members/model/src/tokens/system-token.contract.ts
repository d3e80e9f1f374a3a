import { shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from '../moment.contract';
import { MAX_OVERLAP_HOURS, MAX_TOKEN_DAYS, TOKEN_SCOPES, TOKEN_STATES } from './system-token';

/** A token of another system. What proves it is kept as a hash alone and never shown again. */
export const systemToken = z
  .object({
    id: z.string(),
    name: z.string().describe('Which system it is for.'),
    scope: z.enum(TOKEN_SCOPES),
    state: z.enum(TOKEN_STATES),
    hint: z.string().describe('Its last four characters.'),
    createdAt: instantText(),
    expiresAt: instantText(),
    revokedAt: instantText().nullable(),
    replacedBy: z.string().nullable().describe('The token in its place.'),
    lastUsedOn: z.string().meta({ format: 'date' }).nullable(),
  })
  .meta({ id: 'SystemToken' });

/** A token of another system. */
export type SystemToken = z.infer<typeof systemToken>;

/** `GET /organizations/:organizationId/system-tokens`: the newest first, those that no longer work for a while yet. */
export const systemTokens = z.object({ items: z.array(systemToken) }).meta({ id: 'SystemTokens' });

/** `POST /organizations/:organizationId/system-tokens`. */
export const newSystemToken = z
  .strictObject({
    name: shortText(80).describe('Which system it is for.'),
    scope: z.enum(TOKEN_SCOPES),
    days: z.int().min(1).max(MAX_TOKEN_DAYS).describe('How long it works.'),
  })
  .meta({ id: 'NewSystemToken' });

/** A token about to be made. */
export type NewSystemToken = z.infer<typeof newSystemToken>;

/** `POST /organizations/:organizationId/system-tokens/:tokenId/rotation`: another one in its place. */
export const tokenRotation = z
  .strictObject({
    days: z.int().min(1).max(MAX_TOKEN_DAYS).describe('How long the new one works.'),
    overlapHours: z.int().min(0).max(MAX_OVERLAP_HOURS).describe('How long the one before goes on working, at most.'),
  })
  .meta({ id: 'TokenRotation' });

/** Another token in the place of one. */
export type TokenRotation = z.infer<typeof tokenRotation>;

/** A token that was just made, with its text: it is shown this once. */
export const shownSystemToken = z.object({ token: systemToken, text: z.string() }).meta({ id: 'ShownSystemToken' });

/** A token that was just made, with its text. */
export type ShownSystemToken = z.infer<typeof shownSystemToken>;
