import { unknownHostRefusal } from './unknown-host';

const hosts = new Set(['privacy.example.com', 'console.example.com:8443']);
const refused = (host: string | undefined, port = 3000) => unknownHostRefusal({ host, port }, hosts)?.code === 'request.unknown_host';

describe('a request', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LocalHost:3000', 'privacy.example.com', 'console.example.com:8443'])(
    'for %s is for this server',
    (host) => {
      expect(refused(host)).toBe(false);
    },
  );

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost',
    'localhost:3001',
    'localhost.evil.example:3000',
    'evil.example:3000:3000',
    '127.0.0.1.evil.example:3000',
    '127.0.0.2:3000',
    'a@localhost:3000',
    'privacy.example.com:3000',
    'console.example.com',
    '[::2]:3000',
    ':3000',
    '',
    undefined,
  ])('for %s is not', (host) => {
    expect(refused(host)).toBe(true);
  });

  it('may leave out the port that addresses leave out', () => {
    expect([refused('localhost', 80), refused('[::1]', 443), refused('127.0.0.1:80', 80), refused('evil.example', 80)]).toEqual([false, false, false, true]);
  });

  it('for this machine is not known where nobody knows the port it came in at', () => {
    expect(unknownHostRefusal({ host: 'localhost:undefined', port: undefined }, hosts)).toBeDefined();
  });
});
