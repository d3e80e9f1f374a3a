import { isIPv4, isIPv6 } from 'node:net';

const IPV4_PARTS = 3;
const IPV6_GROUPS = 4;
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Cuts a network address down to the network it comes from: /24 for IPv4, /64 for IPv6. The rest, which may name one
 * person's machine, is neither stored nor shown.
 * @returns for example `203.0.113.0/24`; `null` for what is no address
 */
export function networkPrefix(address: string | undefined): string | null {
  const plain = (address ?? '').replace(/%.*$/, '');
  const ipv4 = MAPPED_IPV4.exec(plain)?.[1] ?? plain;
  if (isIPv4(ipv4)) return `${ipv4.split('.').slice(0, IPV4_PARTS).join('.')}.0/24`;
  if (!isIPv6(plain)) return null;
  return `${groupsOf(plain).slice(0, IPV6_GROUPS).join(':')}::/64`;
}

/** All eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = Math.max(0, 8 - front.length - back.length - (back.at(-1)?.includes('.') ? 1 : 0));
  return [...front, ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...back].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
