import pg from 'pg';

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;
const HEARTBEAT_MS = 10_000;

/** What listening needs. */
export interface ListeningOptions {
  readonly options: pg.ClientConfig;
  readonly channel: string;
  readonly handler: (payload: string) => void;
  readonly onLost: () => void;
}

/** A connection that hears what transactions tell. It connects again by itself. */
export class Listening {
  private client: pg.Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  private constructor(private readonly on: ListeningOptions) {}

  /** Begins to listen. @throws where the first connection fails */
  static async start(options: ListeningOptions): Promise<Listening> {
    const listening = new Listening(options);
    await listening.connect();
    return listening;
  }

  /** Whether nothing is being missed at this moment. */
  get connected(): boolean {
    return this.client !== undefined;
  }

  /** Ends it; nothing is heard afterwards. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearInterval(this.heartbeat);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ ...this.on.options, application_name: 'smartpar listening', query_timeout: HEARTBEAT_MS / 2 });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ payload }) => this.on.handler(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(this.on.channel)}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.heartbeat = setInterval(() => void client.query('select 1').catch(() => this.lose(client)), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  private lose(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    clearInterval(this.heartbeat);
    client.end().catch(() => undefined);
    this.on.onLost();
    this.reconnectAfter(FIRST_RETRY_MS);
  }

  private reconnectAfter(delay: number): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        () => (this.stopped ? this.stop() : this.on.onLost()),
        () => this.stopped || this.reconnectAfter(Math.min(delay * 2, LONGEST_RETRY_MS)),
      );
    }, delay);
    this.retry.unref();
  }
}
