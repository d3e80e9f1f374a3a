import { scramVerifier } from './scram-verifier';

it('follows the standard to the letter', () => {
  // password and salt of the example in RFC 7677 section 3
  expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

it('never shows the password, and salts every time anew', () => {
  const [one, other] = [scramVerifier('secret'), scramVerifier('secret')];
  expect(one).not.toContain('secret');
  expect(one).not.toBe(other);
});
