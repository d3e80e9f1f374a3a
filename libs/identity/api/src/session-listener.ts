import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { INVALIDATION_CHANNEL } from '@smartpar/access/api';
import { Database, type Listening } from '@smartpar/platform/database';
import { SessionCache } from './session-cache';

/** Hears from all processes whose sessions changed; while it hears nothing, nothing is remembered. */
@Injectable()
export class SessionListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private listening: Listening | undefined;

  constructor(
    private readonly database: Database,
    private readonly cache: SessionCache,
  ) {
    cache.rememberWhile(() => this.listening?.connected === true);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.listening = await this.database.listen(
      INVALIDATION_CHANNEL,
      (payload) => this.hear(payload),
      () => this.cache.clear(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listening?.stop();
  }

  private hear(payload: string): void {
    const [kind, id] = payload.split(':');
    if (kind === 'account' && id) this.cache.drop(id);
  }
}
