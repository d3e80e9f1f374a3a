import * as z from 'zod';
import { MESSAGE_MAX } from './privacy-request.contract';
import { instantText } from './moment.contract';

/** What a draft is going to be. */
export const DRAFT_KINDS = ['reply', 'question-back', 'answer', 'note'] as const;

const draftText = z
  .string()
  .max(MESSAGE_MAX)
  .refine((text) => !text.includes('\u0000'), { error: 'Contains characters that cannot be kept.' })
  .describe('As typed, unfinished, not trimmed.');

/** `PUT .../requests/:requestId/draft`: keeps what is being typed, one draft per member and request. */
export const keepDraft = z.strictObject({ kind: z.enum(DRAFT_KINDS), text: draftText }).meta({ id: 'KeepDraft' });

/** What a member was typing: `GET .../requests/:requestId/draft`; `draft` is null when there is none. */
export const draftView = z.object({ draft: z.object({ kind: z.enum(DRAFT_KINDS), text: z.string(), keptAt: instantText() }).nullable() }).meta({ id: 'Draft' });

/** What a member was typing. */
export type DraftView = z.infer<typeof draftView>;
