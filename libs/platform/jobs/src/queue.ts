import { APP_ROLE } from '@smartpar/platform/database';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { PeriodicJob } from './periodic';

/** Schema pg-boss keeps its tables in. */
const SCHEMA = 'pgboss';

/** What the serving role needs to work the queue. */
const GRANTS = [
  `grant usage on schema ${SCHEMA} to ${APP_ROLE}`,
  `grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE}`,
  `grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE}`,
  `grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE}`,
];

/**
 * Installs or updates the job queue's own schema and its queues, and lets the serving role use them.
 * @param ownerUrl connection of the role that owns the schema
 * @param names names of all periodic jobs
 */
export async function installQueue(ownerUrl: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, schedule: false, supervise: false, max: 1 });
  await boss.start();
  try {
    for (const name of names) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, { policy: 'short', retryLimit: 3, retryDelay: 30, expireInSeconds: 900 });
    }
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  await asOwner(ownerUrl, (owner) => owner.query(GRANTS.join('; ')));
}

async function asOwner(ownerUrl: string, work: (owner: Client) => Promise<unknown>): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await work(owner).finally(() => owner.end());
}

/** The running queue: each periodic job is done by one process at a time, whichever is free. */
export class PeriodicQueue {
  private boss: PgBoss | undefined;

  /** @param onError told what went wrong; the job is tried again */
  constructor(
    private readonly appUrl: string,
    private readonly jobs: readonly PeriodicJob[],
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Starts scheduling and working. */
  async start(): Promise<void> {
    const boss = new PgBoss({ connectionString: this.appUrl, schema: SCHEMA, migrate: false, createSchema: false, reindex: false, monitorVacuum: false, max: 3 });
    boss.on('error', this.onError);
    this.boss = await boss.start();
    for (const job of this.jobs) {
      await boss.schedule(job.name, job.cron);
      await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => job.run());
    }
  }

  /** Lets running jobs finish, then closes the connections. */
  async stop(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 10_000, close: true });
    this.boss = undefined;
  }
}
