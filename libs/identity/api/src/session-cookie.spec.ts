import { newId } from '@smartpar/kernel';
import { makeSessionSecret, readSessionCookie } from './session-cookie';

describe('the session cookie', () => {
  it('says whose session it is, and proves it by a secret of which only the hash is kept', () => {
    const accountId = newId();
    const { cookie, hash } = makeSessionSecret(accountId);
    expect(readSessionCookie(cookie)).toEqual({ accountId, secretHash: hash });
    expect(hash).toHaveLength(32);
    expect(cookie).not.toContain(hash.toString('base64url'));
  });

  it('is another one each time', () => {
    const accountId = newId();
    const cookies = Array.from({ length: 50 }, () => makeSessionSecret(accountId).cookie);
    expect(new Set(cookies).size).toBe(50);
  });

  const good = makeSessionSecret(newId()).cookie;
  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['one without a secret', good.slice(0, 23)],
    ['one with a shorter secret', good.slice(0, -1)],
    ['one with more behind it', `${good}x`],
    ['one with other characters', good.replace('.', '~')],
    ['one that names no account', `${'A'.repeat(22)}${good.slice(22)}`.replace(/^A{22}/, '_'.repeat(21) + 'A')],
  ])('is not %s', (_, cookie) => {
    expect(readSessionCookie(cookie)).toBeNull();
  });
});
