import { longText, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from './moment.contract';
import { MESSAGE_MAX } from './privacy-request.contract';
import { REQUEST_KINDS } from './request-kind';

/** Most templates one organization may keep. */
export const TEMPLATES_MAX = 200;

const language = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'This is not a language tag. It looks like en or de-CH.' });

/** `POST /organizations/:organizationId/templates`. */
export const addTemplate = z
  .strictObject({
    title: shortText(120),
    language: language(),
    text: longText(MESSAGE_MAX),
    kind: z.enum(REQUEST_KINDS).nullable().optional().describe('Offered for this kind only; null or absent: for all.'),
  })
  .meta({ id: 'AddTemplate' });

/** `PATCH /organizations/:organizationId/templates/:templateId`; what is absent stays, null clears. */
export const changeTemplate = z
  .strictObject({
    title: shortText(120).optional(),
    language: language().optional(),
    text: longText(MESSAGE_MAX).optional(),
    kind: z.enum(REQUEST_KINDS).nullable().optional(),
  })
  .meta({ id: 'ChangeTemplate' });

/** One text ready to be used in an answer. */
export const templateView = z
  .object({ id: z.string(), title: z.string(), language: z.string(), text: z.string(), kind: z.enum(REQUEST_KINDS).nullable(), changedAt: instantText() })
  .meta({ id: 'Template' });

/** One template. */
export type TemplateView = z.infer<typeof templateView>;

/** `GET /organizations/:organizationId/templates`: all of them, by title. */
export const templateList = z.object({ items: z.array(templateView) }).meta({ id: 'TemplateList' });
