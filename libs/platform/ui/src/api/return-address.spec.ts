import { returnAddress } from './return-address';

describe('the address to return to', () => {
  it.each(['/my', '/org/1/inbox?state=open#top'])('stays inside the console: %s', (address) => {
    expect(returnAddress(address)).toBe(address);
  });

  it.each([
    null,
    undefined,
    '',
    'my',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '/sign-in?return=/my',
  ])('is the first page for %j', (address) => {
    expect(returnAddress(address)).toBe('/');
  });
});
