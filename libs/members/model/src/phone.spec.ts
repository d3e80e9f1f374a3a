import { readPhone } from './phone';

describe('a phone number', () => {
  it.each([
    ['+49 (0)30 1234567', null, '+49 30 1234567'],
    ['030/123 45 67', 'DE', '+49 30 1234567'],
    ['(202) 555-0143 ext. 12', 'US', '+1 202 555 0143 ext. 12'],
    ['００４９３０１２３４５６７', 'DE', '+49 30 1234567'],
    ['+44 20 7946 0958', 'DE', '+44 20 7946 0958'],
  ])('%s typed in %s is %s', (typed, country, read) => expect(readPhone(typed, country)).toBe(read));

  it.each([
    ['030 1234567', null],
    ['030 1234567', 'XX'],
    ['call me', 'DE'],
    ['+49', 'DE'],
    ['1', 'US'],
    ['+49 30 1234567 or +49 30 7654321', 'DE'],
    [`+${'4'.repeat(39)}`, null],
  ])('is not in %j typed in %s', (typed, country) => expect(readPhone(typed, country)).toBeNull());
});
