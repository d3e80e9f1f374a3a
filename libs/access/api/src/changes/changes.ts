import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Temporal, Time } from '@smartpar/kernel';
import { EventStream } from '@smartpar/platform/http';
import { KnownActors } from '../known-actors';
import { SessionSource } from '../ports';

/** Most streams of one session and organization: pages of one browser share one, others are those of browsers that cannot. */
const MOST_STREAMS = 4;

/** What happens at once is told once. */
const TOGETHER_MS = 50;

/** Longest that a timer waits; what is later is waited for again. */
const LONGEST_MS = 2 ** 31 - 1;

/** Who listens, and where. */
export interface Listener {
  readonly cookie: string | undefined;
  readonly sessionId: string;
  readonly accountId: string;
  readonly organizationId: string;
}

interface Open extends Listener {
  readonly stream: EventStream;
  /** tells what has been heard since, or that something begins or ends by itself */
  timer: NodeJS.Timeout | undefined;
  heard: boolean;
  /** somebody looked, or is to look, under a lockbox */
  lockbox: boolean;
  /** something happened to a lockbox of their own */
  ownLockbox: boolean;
  /** when something the reader holds begins or ends next, as it was when they were asked about last */
  until: Temporal.Instant | undefined;
}

/**
 * Tells open pages that what their reader may see has changed: a word, and nothing of anybody. It follows what every process forgets, so a
 * grant that is revoked anywhere is heard of here; and it ends with the session.
 */
@Injectable()
export class Changes implements OnModuleDestroy {
  private readonly streams = new Set<Open>();

  constructor(
    private readonly actors: KnownActors,
    private readonly sessions: SessionSource,
    private readonly time: Time,
  ) {
    actors.heed((payload) => this.hear(payload));
  }

  onModuleDestroy(): void {
    for (const { stream } of this.streams) stream.end();
  }

  /**
   * Opens a stream for somebody whom the guard has let in.
   * @param until when something they hold begins or ends next
   */
  open(listener: Listener, until: Temporal.Instant | undefined): EventStream {
    const stream = new EventStream(() => {
      clearTimeout(open.timer);
      this.streams.delete(open);
    });
    const open: Open = { ...listener, stream, timer: undefined, heard: false, lockbox: false, ownLockbox: false, until };
    this.makeRoom(listener);
    this.streams.add(open);
    this.waitForEnd(open);
    return stream;
  }

  private makeRoom({ sessionId, organizationId }: Listener): void {
    const same = [...this.streams].filter((open) => open.sessionId === sessionId && open.organizationId === organizationId);
    for (const { stream } of same.slice(0, Math.max(0, same.length - MOST_STREAMS + 1))) {
      stream.send('elsewhere');
      stream.end();
    }
  }

  private hear(payload: string | null): void {
    const [kind, id, staffAccountId] = payload?.split(':') ?? [];
    for (const open of this.streams) {
      const own = open.accountId === staffAccountId;
      const concerned = payload === null || own || (kind === 'account' ? open.accountId === id : open.organizationId === id);
      if (!concerned) continue;
      const before = open.heard || open.lockbox || open.ownLockbox;
      if (own) open.ownLockbox = true;
      else if (kind === 'lockbox') open.lockbox = true;
      else open.heard = true;
      if (!before) this.checkIn(open, TOGETHER_MS);
    }
  }

  private waitForEnd(open: Open): void {
    const left = this.leftOf(open);
    if (left !== null) this.checkIn(open, Math.min(Math.max(left, 0), LONGEST_MS));
  }

  /** Milliseconds until something begins or ends by itself; `null` where nothing does. */
  private leftOf({ until }: Open): number | null {
    return until === undefined ? null : until.epochMilliseconds - this.time.now().epochMilliseconds;
  }

  private checkIn(open: Open, milliseconds: number): void {
    clearTimeout(open.timer);
    open.timer = setTimeout(() => void this.check(open), milliseconds);
    open.timer.unref();
  }

  /** Asks anew who it is and what they may; whoever is nobody any more hears nothing more. */
  private async check(open: Open): Promise<void> {
    const { cookie, accountId, organizationId, stream, lockbox, ownLockbox, heard } = open;
    [open.heard, open.lockbox, open.ownLockbox] = [false, false, false];
    try {
      const signedIn = await this.sessions.authenticate(cookie);
      const admitted = signedIn?.accountId === accountId ? await this.actors.find(accountId, organizationId) : null;
      // what was told at once has taken the place of the timer, and something may have begun or ended meanwhile
      const over = (this.leftOf(open) ?? 1) <= 0;
      if (heard || over || !(lockbox || ownLockbox) || admitted === null) stream.send('changed');
      if (admitted === null) return stream.end();
      // that staff look is for those alone who may read what they look at, and for whoever may ask for it themselves
      const { ability } = admitted;
      if ((lockbox && ability.can('read', 'lockbox')) || (ownLockbox && ability.can('request', 'lockbox'))) stream.send('lockbox');
      open.until = admitted.actor.until;
      if (!open.heard && !open.lockbox && !open.ownLockbox) this.waitForEnd(open);
    } catch {
      // what cannot be asked is asked again by whoever comes back
      stream.end();
    }
  }
}
