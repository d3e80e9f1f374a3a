import { KeyRing, LinkTokens } from '@smartpar/platform/http';
import { DeviceCookie } from './device-cookie';

const keys = KeyRing.generate();
const devices = new DeviceCookie(new LinkTokens(KeyRing.parse(keys)));

describe('the device cookie', () => {
  it('knows a browser again for the address it signed in with, however spelled', () => {
    const cookie = devices.make('Ines@Nordwerk.example');
    expect(devices.isKnown(cookie, ' ines@nordwerk.EXAMPLE')).toBe(true);
    expect(devices.isKnown(cookie, 'other@nordwerk.example')).toBe(false);
  });

  it('does not say whose it is', () => {
    const cookie = devices.make('ines@nordwerk.example');
    const readable = cookie.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(readable.join()).not.toMatch(/ines|nordwerk/);
  });

  it('outlives a change of keys', () => {
    const cookie = devices.make('ines@nordwerk.example');
    const rotated = new DeviceCookie(new LinkTokens(KeyRing.parse(`${KeyRing.generate()},${keys}`)));
    expect(rotated.isKnown(cookie, 'ines@nordwerk.example')).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['nonsense', 'x.y.z'],
    ['a token for something else', new LinkTokens(KeyRing.parse(keys)).make('follow', ['ines@nordwerk.example'])],
    ['one of another installation', new DeviceCookie(new LinkTokens(KeyRing.parse(KeyRing.generate()))).make('ines@nordwerk.example')],
  ])('is not %s', (_, cookie) => {
    expect(devices.isKnown(cookie, 'ines@nordwerk.example')).toBe(false);
  });
});
