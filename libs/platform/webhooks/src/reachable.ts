import { BlockList, isIP } from 'node:net';

/** Networks no webhook goes to: this machine, private ones, those for tests, for groups and for nobody yet. */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** Of the newer addresses only those are public that are given out, without those that carry an older one or are for tests. */
const OPEN_V6 = ['2000::/3'];
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};

const closedV4 = listOf(CLOSED_V4, 'ipv4');
const openV6 = listOf(OPEN_V6, 'ipv6');
const closedV6 = listOf(CLOSED_V6, 'ipv6');

/**
 * Tells whether an address belongs to the public internet, so that nobody makes this server knock on doors behind its own wall.
 * @param address as numbers, not a name
 * @see RFC 6890
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closedV4.check(address, 'ipv4');
    case 6:
      return openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Names that never leave this machine or its network. */
const INNER_NAMES = /(^|\.)(localhost|local|internal|intranet|home\.arpa|lan)$/;

/**
 * Tells whether a webhook may go to an address of the web at all, before its name is looked up: by TLS, to a public name or number, without a name and
 * password in it.
 */
export function isWebhookUrl(text: string, toPrivate: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (toPrivate) return true;
  return isIP(host) === 0 ? host.includes('.') && !INNER_NAMES.test(host) : isPublicAddress(host);
}
