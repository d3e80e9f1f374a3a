import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { CallRepository, type KeptCall } from './call.repository';

/** How long calls are gathered, in milliseconds. */
const GATHERED = 1000;

/** Most calls of one organization that wait; beyond them they are kept at once. */
const MOST_WAITING = 500;

/**
 * Gathers the calls that change nothing, and keeps them together: a look costs no transaction of its own. What changes something is kept in the
 * transaction that changes it, and does not come here.
 */
@Injectable()
export class CallLog implements OnApplicationShutdown {
  private readonly waiting = new Map<string, KeptCall[]>();
  private readonly keeping = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly calls: CallRepository,
  ) {}

  /** Notes a call. */
  note(organizationId: string, call: KeptCall): void {
    const waiting = this.waiting.get(organizationId) ?? [];
    waiting.push(call);
    this.waiting.set(organizationId, waiting);
    if (waiting.length >= MOST_WAITING) void this.keep(organizationId);
    this.timer ??= setTimeout(() => void this.flush(), GATHERED).unref();
  }

  /** Keeps everything that waits. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const organizationId of [...this.waiting.keys()]) void this.keep(organizationId);
    await Promise.all(this.keeping);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private keep(organizationId: string): Promise<void> {
    const calls = this.waiting.get(organizationId) ?? [];
    this.waiting.delete(organizationId);
    const kept = this.database
      .tenant(systemActor(organizationId, 'provisioning'), (tx) => this.calls.add(tx, calls))
      // an organization that is gone has no log, and a database that is away has other troubles
      .catch(() => undefined)
      .finally(() => this.keeping.delete(kept));
    this.keeping.add(kept);
    return kept;
  }
}
