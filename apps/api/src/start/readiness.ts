import type { Database } from '@smartpar/platform/database';
import { Readiness, type ReadinessCheck } from '@smartpar/platform/http';

/** Longest a sign of life may take, in milliseconds. */
const PATIENCE = 2000;

/** The server can do its work when its database answers. It was migrated before the server began to listen. */
export class StorageReadiness extends Readiness {
  constructor(private readonly database: Pick<Database, 'ping'>) {
    super();
  }

  async check(): Promise<readonly ReadinessCheck[]> {
    return [{ name: 'database', ready: await this.answers() }];
  }

  private async answers(): Promise<boolean> {
    const giveUp = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => giveUp.resolve(false), PATIENCE);
    const alive = this.database.ping().then(
      () => true,
      () => false,
    );
    return Promise.race([alive, giveUp.promise]).finally(() => clearTimeout(timer));
  }
}
