import * as z from 'zod';

/**
 * Looks at a form with the contract of the message it becomes; faults land on the fields of the same name.
 * @param contract of the message
 * @param messageOf makes the message of what was typed
 */
export const messageContract = <Typed>(contract: z.ZodType, messageOf: (typed: Typed) => unknown): z.ZodType =>
  // whatever is validated with it is the form's own model
  z.preprocess((typed) => messageOf(typed as Typed), contract);
