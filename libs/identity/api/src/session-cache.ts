import { LRUCache } from 'lru-cache';
import type { SessionClaim } from './session-cookie';
import type { SessionRow } from './session.entity';

/** Most sessions one process remembers. */
const CAPACITY = 50_000;

/** Longest that a session is remembered without asking again, should a message ever be missed. */
const LONGEST_MS = 60_000;

/**
 * Sessions this process has seen lately, so that a signed-in request needs no statement for finding out who asks.
 * What the database tells of changes drops them; between that and a load under way, the change wins.
 */
export class SessionCache {
  private readonly sessions: LRUCache<string, SessionRow>;
  private readonly keysByAccount = new Map<string, Set<string>>();
  private changes = 0;
  private isHeard: () => boolean = () => true;

  constructor() {
    this.sessions = new LRUCache<string, SessionRow>({
      max: CAPACITY,
      ttl: LONGEST_MS,
      ttlResolution: 1000,
      disposeAfter: (session, key) => this.unlist(session.accountId, key),
    });
  }

  /** @param isHeard tells whether changes are heard at this moment; while they are not, nothing is remembered */
  rememberWhile(isHeard: () => boolean): void {
    this.isHeard = isHeard;
  }

  /**
   * Finds a session, remembered or loaded.
   * @param load reads it from the database; what it finds is remembered unless something changed meanwhile
   */
  async find(claim: SessionClaim, load: () => Promise<SessionRow | null>): Promise<SessionRow | null> {
    return this.sessions.get(keyOf(claim)) ?? this.reload(claim, load);
  }

  /** Finds a session in the database, whatever is remembered. */
  async reload(claim: SessionClaim, load: () => Promise<SessionRow | null>): Promise<SessionRow | null> {
    const before = this.changes;
    const session = await load();
    if (session && this.changes === before && this.isHeard()) this.remember(keyOf(claim), session);
    return session;
  }

  /** Drops all sessions of an account. */
  drop(accountId: string): void {
    this.changes += 1;
    for (const key of [...(this.keysByAccount.get(accountId) ?? [])]) this.sessions.delete(key);
  }

  /** Drops everything: what changed meanwhile is not known. */
  clear(): void {
    this.changes += 1;
    this.sessions.clear();
    this.keysByAccount.clear();
  }

  private remember(key: string, session: SessionRow): void {
    this.sessions.set(key, session);
    const keys = this.keysByAccount.get(session.accountId) ?? new Set();
    this.keysByAccount.set(session.accountId, keys.add(key));
  }

  private unlist(accountId: string, key: string): void {
    const keys = this.keysByAccount.get(accountId);
    if (!keys || this.sessions.has(key)) return;
    keys.delete(key);
    if (keys.size === 0) this.keysByAccount.delete(accountId);
  }
}

const keyOf = ({ accountId, secretHash }: SessionClaim): string => `${accountId}.${secretHash.toString('base64url')}`;
