import type { assignableMembers, askedMine, confirmationRenewed, ownRequestAct, questionAsked, templateList } from '@smartpar/requests/model';
import type * as z from 'zod';

/** The server has taken a question. */
export type QuestionAsked = z.infer<typeof questionAsked>;

/** A fresh confirmation link is on its way. */
export type ConfirmationRenewed = z.infer<typeof confirmationRenewed>;

/** A question asked signed in: one part, or two. */
export type AskedMine = z.infer<typeof askedMine>;

/** The person's message has been added. */
export type OwnRequestAct = z.infer<typeof ownRequestAct>;

/** Those who may answer. */
export type AssignableMembers = z.infer<typeof assignableMembers>;

/** All texts kept for answers. */
export type TemplateList = z.infer<typeof templateList>;
