import { tooMany } from '@smartpar/kernel';
import { LRUCache } from 'lru-cache';
import type { NamedLimit } from './rate-limited';

/** How much is let in from one address. */
export interface Limit {
  /** requests per window */
  readonly requests: number;
  readonly windowSeconds: number;
}

/** All limits; without them nothing is limited. */
export interface RateLimits {
  readonly general: Limit;
  readonly named: Readonly<Record<NamedLimit, Limit>>;
}

/** What serves people and stops floods. */
export const DEFAULT_RATE_LIMITS: RateLimits = {
  general: { requests: 1200, windowSeconds: 60 },
  named: {
    'sign-in': { requests: 20, windowSeconds: 60 },
    'public-intake': { requests: 10, windowSeconds: 60 },
    link: { requests: 60, windowSeconds: 60 },
    mail: { requests: 5, windowSeconds: 60 },
    program: { requests: 60_000, windowSeconds: 60 },
  },
};

/**
 * The limits where so many requests a minute are let in from one address: the entrances of strangers keep their share of
 * it, so that an office of thousands behind one address is served by one figure.
 */
export function limitsFor(requests: number): RateLimits {
  const { general, named } = DEFAULT_RATE_LIMITS;
  const sharedOut = (limit: Limit): Limit => ({ ...limit, requests: Math.ceil((limit.requests * requests) / general.requests) });
  return {
    general: { ...general, requests },
    named: {
      'sign-in': sharedOut(named['sign-in']),
      'public-intake': sharedOut(named['public-intake']),
      link: sharedOut(named.link),
      mail: sharedOut(named.mail),
      program: sharedOut(named.program),
    },
  };
}

/** Most addresses remembered at once; the least recently seen is forgotten first. */
const MOST_ADDRESSES = 50_000;

interface Window {
  used: number;
  readonly endsAt: number;
}

/** What is left to an address. */
export interface Allowance {
  readonly allowed: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Counts what came from each address in fixed windows, in this process. */
export class RateLimit {
  private readonly windows = new LRUCache<string, Window>({ max: MOST_ADDRESSES });
  /** value of the RateLimit-Policy header */
  readonly policy: string;

  /**
   * @param name as headers show it
   * @param now milliseconds that only go forward
   */
  constructor(
    readonly name: string,
    private readonly limit: Limit,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.policy = `"${name}";q=${limit.requests};w=${limit.windowSeconds}`;
  }

  /** Counts one request from an address. */
  take(address: string): Allowance {
    // Whole milliseconds: with fractions, a window could seem to be a trifle longer than it is, and a second more be told.
    const now = Math.floor(this.now());
    const window = this.windowOf(networkOf(address), now);
    window.used += 1;
    const remaining = Math.max(0, this.limit.requests - window.used);
    return { allowed: window.used <= this.limit.requests, remaining, resetSeconds: Math.ceil((window.endsAt - now) / 1000) };
  }

  private windowOf(network: string, now: number): Window {
    const open = this.windows.get(network);
    if (open !== undefined && open.endsAt > now) return open;
    const window = { used: 0, endsAt: now + this.limit.windowSeconds * 1000 };
    this.windows.set(network, window);
    return window;
  }
}

/** The answer to too many requests. */
export const tooManyRequests = (resetSeconds: number) =>
  tooMany('rate_limit.exceeded', 'Too many attempts from your network. Wait a moment and try again.', resetSeconds);

/** An IPv6 host has a network of 2^64 addresses to itself, so the network counts. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
}
