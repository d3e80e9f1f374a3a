import { networkPrefix } from './network-prefix';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:DB8:85a3:0042:1000:8a2e:0370:7334', '2001:db8:85a3:42::/64'],
    ['2001:db8::7334', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ])('%s is %s', (address, prefix) => {
    expect(networkPrefix(address)).toBe(prefix);
  });

  it.each([[undefined], [''], ['localhost'], ['203.0.113'], ['203.0.113.777'], ['<script>']])('of %j is none', (address) => {
    expect(networkPrefix(address)).toBeNull();
  });

  it('is the same for neighbours and another for strangers', () => {
    expect(networkPrefix('203.0.113.1')).toBe(networkPrefix('203.0.113.254'));
    expect(networkPrefix('203.0.113.1')).not.toBe(networkPrefix('203.0.114.1'));
  });
});
