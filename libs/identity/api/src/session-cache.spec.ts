import { newId, Temporal } from '@smartpar/kernel';
import { SessionCache } from './session-cache';
import { makeSessionSecret, readSessionCookie, type SessionClaim } from './session-cookie';
import type { SessionRow } from './session.entity';

const AT = Temporal.Instant.from('2026-03-02T09:00:00Z');

function claimOf(accountId: string): SessionClaim {
  const claim = readSessionCookie(makeSessionSecret(accountId).cookie);
  if (!claim) throw new Error('a made cookie is readable');
  return claim;
}

const rowOf = ({ accountId, secretHash }: SessionClaim): SessionRow => ({
  accountId,
  id: newId(),
  secretHash,
  sharedComputer: false,
  browser: null,
  system: null,
  network: null,
  provedAt: AT,
  factorSince: null,
  onlyIn: null,
  createdAt: AT,
  lastSeenAt: AT,
  freshUntil: AT,
});

describe('remembered sessions', () => {
  it('are loaded once', async () => {
    const cache = new SessionCache();
    const claim = claimOf(newId());
    const load = jest.fn(() => Promise.resolve(rowOf(claim)));
    const first = await cache.find(claim, load);
    await expect(cache.find(claim, load)).resolves.toBe(first);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('are asked for each time while nobody hears whether they have changed', async () => {
    const cache = new SessionCache();
    const claim = claimOf(newId());
    const load = jest.fn(() => Promise.resolve(rowOf(claim)));
    let isHeard = false;
    cache.rememberWhile(() => isHeard);
    await cache.find(claim, load);
    await cache.find(claim, load);
    expect(load).toHaveBeenCalledTimes(2);
    isHeard = true;
    await cache.find(claim, load);
    await cache.find(claim, load);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('are not mixed up: another secret of the same account is another session', async () => {
    const cache = new SessionCache();
    const accountId = newId();
    const [one, other] = [claimOf(accountId), claimOf(accountId)];
    await cache.find(one, () => Promise.resolve(rowOf(one)));
    await expect(cache.find(other, () => Promise.resolve(null))).resolves.toBeNull();
  });

  it('that do not exist are not remembered, so a new one works at once', async () => {
    const cache = new SessionCache();
    const claim = claimOf(newId());
    await cache.find(claim, () => Promise.resolve(null));
    await expect(cache.find(claim, () => Promise.resolve(rowOf(claim)))).resolves.not.toBeNull();
  });

  it('are dropped for one account and stay for others', async () => {
    const cache = new SessionCache();
    const [mine, theirs] = [claimOf(newId()), claimOf(newId())];
    for (const claim of [mine, theirs]) await cache.find(claim, () => Promise.resolve(rowOf(claim)));
    cache.drop(mine.accountId);
    await expect(cache.find(mine, () => Promise.resolve(null))).resolves.toBeNull();
    await expect(cache.find(theirs, () => Promise.resolve(null))).resolves.not.toBeNull();
  });

  it.each(['drop', 'clear'] as const)('loaded while something changed (%s) are not kept', async (how) => {
    const cache = new SessionCache();
    const claim = claimOf(newId());
    await cache.find(claim, () => {
      if (how === 'drop') cache.drop(claim.accountId);
      else cache.clear();
      return Promise.resolve(rowOf(claim));
    });
    await expect(cache.find(claim, () => Promise.resolve(null))).resolves.toBeNull();
  });

  it('are all forgotten when the connection that tells of changes was lost', async () => {
    const cache = new SessionCache();
    const claim = claimOf(newId());
    await cache.find(claim, () => Promise.resolve(rowOf(claim)));
    cache.clear();
    await expect(cache.find(claim, () => Promise.resolve(null))).resolves.toBeNull();
  });
});
