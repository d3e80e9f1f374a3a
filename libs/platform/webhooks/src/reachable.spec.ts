import { isPublicAddress, isWebhookUrl } from './reachable';

describe('an address a webhook may go to', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])('may be %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine by another number', '127.9.9.9'],
    ['this machine, newer', '::1'],
    ['nowhere', '0.0.0.0'],
    ['nowhere, newer', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network in the middle', '172.31.255.255'],
    ['a private network at home', '192.168.1.1'],
    ['a private network, newer', 'fd00::1'],
    ['the data of a cloud machine', '169.254.169.254'],
    ['a link', 'fe80::1'],
    ['a shared network', '100.64.0.1'],
    ['an older address inside a newer one', '::ffff:10.0.0.1'],
    ['an older address behind a translator', '64:ff9b::a00:1'],
    ['an older address behind a relay', '2002:a00:1::1'],
    ['a group', '224.0.0.1'],
    ['a group, newer', 'ff02::1'],
    ['everybody', '255.255.255.255'],
    ['an example', '192.0.2.1'],
    ['an example, newer', '2001:db8::1'],
    ['a name', 'example.com'],
    ['nothing', ''],
  ])('is not %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a place for webhooks', () => {
  it.each(['https://hooks.example.com/a?b=c', 'https://hooks.example.com:8443/', 'https://93.184.216.34/', 'https://[2606:4700:4700::1111]/'])(
    'may be %s',
    (url) => {
      expect(isWebhookUrl(url, false)).toBe(true);
    },
  );

  it.each([
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'https://name:word@hooks.example.com/',
    'https://localhost/',
    'https://app.localhost./',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'hooks.example.com',
    '',
  ])('is not %j', (url) => {
    expect(isWebhookUrl(url, false)).toBe(false);
  });

  it.each([
    ['https://10.0.0.7/hook', true],
    ['https://siem/', true],
    ['http://10.0.0.7/hook', false],
  ])('may be inside one\u2019s own network where the server was told so: %s, %s', (url, allowed) => {
    expect(isWebhookUrl(url, true)).toBe(allowed);
  });
});
