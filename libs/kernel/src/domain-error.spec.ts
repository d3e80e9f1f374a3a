import { conflict, DomainError, invalid, notFound, tooMany } from './domain-error';

describe('domain errors', () => {
  it('answer alike for missing and forbidden', () => {
    expect(notFound()).toMatchObject({ code: 'not_found', status: 404, fields: [] });
    expect(notFound().message).toBe(notFound().message);
  });

  it('name the field and the remedy', () => {
    const fields = [{ field: 'contact.email', code: 'invalid', message: 'Type an address like name@example.com.' }];
    expect(invalid('contact.invalid', 'The contact cannot be saved.', fields)).toMatchObject({ status: 422, fields });
  });

  it('say when to try again', () => {
    expect(tooMany('sign_in.throttled', 'Too many tries.', 30).retryAfterSeconds).toBe(30);
  });

  it('are errors', () => {
    const error = conflict('request.closed', 'The request is closed.');
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe('The request is closed.');
  });
});
