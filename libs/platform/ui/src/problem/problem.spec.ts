import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Problem, problemOf } from './problem';

const failure = (status: number, error: unknown, headers: Record<string, string> = {}) =>
  new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers), url: '/api/x' });

const DOCUMENT = {
  type: 'about:blank',
  title: 'Unprocessable',
  status: 422,
  detail: 'Please look at the fields.',
  code: 'input.invalid',
  instance: 'req-1',
  errors: [{ field: 'contact.email', code: 'too_long', message: 'Shorten it.' }],
};

describe('a problem', () => {
  it('is read from a problem document', () => {
    expect(problemOf(failure(422, DOCUMENT))).toMatchObject({
      status: 422,
      code: 'input.invalid',
      detail: 'Please look at the fields.',
      reference: 'req-1',
      fields: [{ field: 'contact.email', code: 'too_long', message: 'Shorten it.' }],
    });
  });

  it('is read from one that arrived as text', () => {
    expect(problemOf(failure(422, JSON.stringify(DOCUMENT))).code).toBe('input.invalid');
  });

  it.each([['<html>bad gateway</html>'], [null], [[]], [{ code: 7, errors: 'many' }], [{ errors: [null, 3] }]])('survives a body that is none: %j', (body) => {
    expect(problemOf(failure(502, body))).toMatchObject({ status: 502, code: 'status_502', fields: [] });
  });

  it('is unreachable when no answer came', () => {
    expect(problemOf(failure(0, new ProgressEvent('error')))).toMatchObject({ code: 'unreachable', passing: true });
  });

  it.each([
    [503, true],
    [504, true],
    [500, false],
    [409, false],
  ])('of status %d may pass by itself: %s', (status, passing) => {
    expect(problemOf(failure(status, null)).passing).toBe(passing);
  });

  it('knows when to come back', () => {
    expect(problemOf(failure(429, DOCUMENT, { 'Retry-After': '12' })).retryAfterSeconds).toBe(12);
    expect(problemOf(failure(429, DOCUMENT, { 'Retry-After': 'soon' })).retryAfterSeconds).toBeNull();
  });

  it('is found inside what a resource wrapped round it, and stays what it is', () => {
    const problem = new Problem({ status: 404, code: 'not_found', detail: 'Nothing here.' });
    expect(problemOf(problem)).toBe(problem);
    expect(problemOf(new Error('wrapped', { cause: problem }))).toBe(problem);
    expect(problemOf('anything else').code).toBe('unexpected');
  });
});
