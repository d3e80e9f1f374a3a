import { linkSpent, passwordUnfit, signInRefused, signInThrottled } from './identity.errors';

describe('refusals', () => {
  it('of a sign-in do not say which part was wrong', () => {
    expect(signInRefused()).toMatchObject({ status: 401, code: 'sign-in.refused', fields: [] });
    expect(signInRefused().message).toMatch(/address or the password/);
  });

  it('that end by themselves say when', () => {
    expect(signInThrottled(30)).toMatchObject({ status: 429, retryAfterSeconds: 30 });
  });

  it.each(['too_short', 'too_long', 'common', 'own_data', 'too_weak', 'unchanged'] as const)(
    'of a new password (%s) name the field and the remedy',
    (fault) => {
      const error = passwordUnfit(fault);
      expect(error).toMatchObject({ status: 422, code: `password.${fault}` });
      expect(error.fields).toEqual([{ field: 'newPassword', code: `password.${fault}`, message: error.message }]);
    },
  );

  it('of a link do not say why it no longer works', () => {
    expect(linkSpent()).toMatchObject({ status: 410, code: 'link.spent' });
  });
});
