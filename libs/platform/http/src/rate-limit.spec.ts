import { DEFAULT_RATE_LIMITS, limitsFor, networkOf, RateLimit } from './rate-limit';

describe('the limits', () => {
  it('grow and shrink together, and close no entrance while anything is let in', () => {
    expect(limitsFor(1200)).toEqual(DEFAULT_RATE_LIMITS);
    expect(limitsFor(12_000).named['sign-in']).toEqual({ requests: 200, windowSeconds: 60 });
    expect(limitsFor(60).named).toMatchObject({ 'sign-in': { requests: 1 }, mail: { requests: 1 }, link: { requests: 3 } });
  });
});

describe('a rate limit', () => {
  let now = 0;
  const limit = () => new RateLimit('sign-in', { requests: 2, windowSeconds: 60 }, () => now);

  beforeEach(() => (now = 1000));

  it('lets in what it allows and refuses what is more', () => {
    const signIn = limit();
    const outcomes = [1, 2, 3].map(() => signIn.take('192.0.2.1'));
    expect(outcomes.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
  });

  it('opens again when the window ends, and not before', () => {
    const signIn = limit();
    [1, 2, 3].forEach(() => signIn.take('192.0.2.1'));
    now += 59_999;
    expect(signIn.take('192.0.2.1')).toMatchObject({ allowed: false, resetSeconds: 1 });
    now += 1;
    expect(signIn.take('192.0.2.1')).toMatchObject({ allowed: true, resetSeconds: 60 });
  });

  it('never tells to wait longer than its window, at whatever fraction of a millisecond it opens', () => {
    const told = Array.from({ length: 1000 }, (_, fraction) => {
      now = 51_234 + fraction / 1000;
      return limit().take('192.0.2.1').resetSeconds;
    });
    expect(new Set(told)).toEqual(new Set([60]));
  });

  it('counts every address for itself', () => {
    const signIn = limit();
    [1, 2, 3].forEach(() => signIn.take('192.0.2.1'));
    expect(signIn.take('192.0.2.2').allowed).toBe(true);
  });

  it('counts a whole IPv6 network as one', () => {
    const signIn = limit();
    ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::3'].forEach((address) => signIn.take(address));
    expect(signIn.take('2001:db8::4').allowed).toBe(false);
  });

  it('says its policy in the words of the draft', () => {
    expect(limit().policy).toBe('"sign-in";q=2;w=60');
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1:2:3:4:5', 'fe80:0:0:1'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
