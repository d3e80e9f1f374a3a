import { passwordChange, passwordResetCompletion } from './password.contract';
import { currentSession, preferencesChange, signIn } from './session.contract';

describe('the contract of signing in', () => {
  const good = { email: 'annabel@nordwind.example', password: ' tidal lantern ' };

  it('keeps the password as typed, spaces too, and takes one\u2019s own computer for granted', () => {
    expect(signIn.parse(good)).toEqual({ ...good, sharedComputer: false });
  });

  it.each([
    ['an unknown field', { ...good, admin: true }],
    ['no password', { email: good.email }],
    ['an empty password', { ...good, password: '' }],
    ['a password of the wrong type', { ...good, password: ['x'] }],
    ['a password with a control character', { ...good, password: 'tidal\u0000lantern' }],
    ['a password with half a character', { ...good, password: 'tidal\ud83d' }],
    ['a password too long to be one', { ...good, password: 'x'.repeat(513) }],
    ['an address that is none', { ...good, email: 'annabel' }],
    ['a box that is neither ticked nor not', { ...good, sharedComputer: 'yes' }],
  ])('refuses %s', (_, message) => {
    expect(signIn.safeParse(message).success).toBe(false);
  });
});

describe('the other contracts', () => {
  it('refuse what they do not name', () => {
    expect(passwordChange.safeParse({ currentPassword: 'a', newPassword: 'b', accountId: 'x' }).success).toBe(false);
    expect(passwordResetCompletion.safeParse({ token: 't'.repeat(1001), newPassword: 'b' }).success).toBe(false);
    expect(preferencesChange.safeParse({ locale: 'fr' }).success).toBe(false);
  });

  it('let nothing unnamed leave', () => {
    const answer = currentSession.parse({
      account: { id: '0190b7a5-0000-7000-8000-000000000000', email: 'a@b.example', name: null, locale: 'de', passwordHash: 'secret' },
      sessionId: '0190b7a5-0000-7000-8000-000000000001',
      sharedComputer: false,
      secondFactor: false,
      onlyIn: null,
      endsAt: '2026-03-02T09:00:00Z',
      freshUntil: '2026-03-02T09:00:00Z',
      memberships: [],
    });
    expect(answer.account).not.toHaveProperty('passwordHash');
  });
});
