import { Problem, problemOf } from '@smartpar/platform/ui';

/**
 * For a form that is one part of what is sent: the server's field errors are named as the form names its fields.
 * @param part name of the part: `contact.email` becomes `email`
 * @returns a handler that throws the same problem again
 */
export const fieldsBelow =
  (part: string) =>
  (failure: unknown): never => {
    const problem = problemOf(failure);
    const fields = problem.fields.map((error) => ({ ...error, field: error.field.startsWith(`${part}.`) ? error.field.slice(part.length + 1) : error.field }));
    throw new Problem({
      status: problem.status,
      code: problem.code,
      detail: problem.detail,
      reference: problem.reference,
      retryAfterSeconds: problem.retryAfterSeconds,
      fields,
    });
  };
