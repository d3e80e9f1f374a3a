import { deviceOf } from './device';

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome', 'Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Microsoft Edge',
      'Windows',
    ],
  ])('is recognized by what its browser says: %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });

  it.each([[undefined], [''], ['   ']])('that says nothing (%j) has no name', (userAgent) => {
    expect(deviceOf(userAgent)).toEqual({ browser: null, system: null });
  });

  it('cannot put marks or long texts into the list', () => {
    const { browser } = deviceOf(`<b>${'x'.repeat(5000)}</b>/1.0`);
    expect(browser === null || /^[^<>]{1,40}$/.test(browser)).toBe(true);
  });
});
