import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './reachable';

/** A name leads to no public address. */
export class PrivateAddress extends Error {
  readonly code = 'private-address';

  constructor() {
    super('The name leads to no public address.');
  }
}

/** Looks a name up once and keeps to itself whatever is no public address; the connection goes to what it answers and to nothing else. */
export const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return answer(error, '', 0);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined) return answer(new PrivateAddress(), '', 0);
    if (options.all === true) return answer(null, open);
    answer(null, first.address, first.family);
  });
};
