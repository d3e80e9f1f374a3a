import { newSalt, saltedHash } from './salted-hash';

describe('a salted hash', () => {
  it('is the same for the same text under the same salt', () => {
    expect(saltedHash('Grüße', 'c2FsdA')).toBe(saltedHash('Grüße', 'c2FsdA'));
  });

  // RFC 4231, test case 2: HMAC-SHA-256 under the key "Jefe".
  it('is HMAC-SHA-256', () => {
    expect(Buffer.from(saltedHash('what do ya want for nothing?', 'Jefe'), 'base64url').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('says nothing about equal texts under different salts', () => {
    expect(saltedHash('yes', newSalt())).not.toBe(saltedHash('yes', newSalt()));
  });

  it('has a salt long enough to be found by nobody', () => {
    expect(Buffer.from(newSalt(), 'base64url')).toHaveLength(16);
  });
});
