import { requiredError, standardSchemaError } from '@angular/forms/signals';
import * as z from 'zod';
import { faultOf, isServerError, serverError } from './fault';

const issueOf = (schema: z.ZodType, value: unknown) => {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue === undefined) throw new Error('The schema found nothing wrong.');
  return standardSchemaError(issue);
};

describe('the fault of a field', () => {
  it.each([
    ['an empty text is simply missing', issueOf(z.string().min(1), ''), { code: 'required', figures: {} }],
    ['a short text says how short', issueOf(z.string().min(10), 'short'), { code: 'too_small', figures: { minimum: 10 } }],
    ['a long text says how long', issueOf(z.string().max(3), 'long'), { code: 'too_big', figures: { maximum: 3 } }],
    ['an e-mail address has a sentence of its own', issueOf(z.email(), 'x'), { code: 'email', figures: {} }],
    ['a wrong form is a wrong form', issueOf(z.string().regex(/@/), 'x'), { code: 'invalid_format', figures: {} }],
    ['a wrong answer is a wrong answer', issueOf(z.enum(['a']), 'x'), { code: 'invalid_value', figures: {} }],
    [
      'what a contract names itself keeps its word',
      issueOf(
        z.string().refine(() => false, { params: { code: 'nothing_visible' } }),
        'x',
      ),
      { code: 'nothing_visible', figures: {} },
    ],
    [
      'what nobody names is wrong somehow',
      issueOf(
        z.string().refine(() => false),
        'x',
      ),
      { code: 'custom', figures: {} },
    ],
    ['what Angular finds reads the same', requiredError(), { code: 'required', figures: {} }],
    ['what the server finds keeps its word', serverError({ field: 'a', code: 'taken', message: 'Taken.' }), { code: 'taken', figures: {} }],
  ])('%s', (_name, error, fault) => {
    expect(faultOf(error)).toEqual(fault);
  });

  it('knows the server by its kind', () => {
    expect(isServerError(serverError({ field: 'a', code: 'taken', message: 'Taken.' }))).toBe(true);
    expect(isServerError(requiredError())).toBe(false);
  });
});
