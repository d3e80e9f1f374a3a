import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgres } from '@smartpar/platform/database';
import pg from 'pg';
import { freePort, newDataFolder, ServerProcess } from './server-process';

/** What the server answered. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  /** its shape is what each spec asserts */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Somebody who is signed in at a server, whichever process that is. */
export interface Guest {
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, body?: object) => Promise<Answered>;
}

/** The built server with its demo data, on a data folder of its own: it can be killed at any moment and started again. */
export class RunningProduct {
  private readonly folder = newDataFolder();
  private port = 0;
  private server: ServerProcess | undefined;
  private behind: pg.Client | undefined;

  /** Starts it; what was in its folder before is there again. */
  async start(): Promise<void> {
    this.port ||= await freePort();
    this.server = ServerProcess.start({ DATA_FOLDER: this.folder.path, PORT: String(this.port) });
    await this.server.ready();
  }

  /** Ends it between any two instructions, as `kill -9` and a power cut do. */
  async kill(): Promise<void> {
    await this.disconnect();
    await this.server?.end('SIGKILL');
  }

  /** Ends it for good. */
  async remove(): Promise<void> {
    await this.disconnect();
    await this.server?.end('SIGTERM');
    this.folder.remove();
  }

  /** Signs somebody of the demo data in. @param organizationId where all paths begin */
  async signIn(email: string, organizationId: string): Promise<Guest> {
    // as: what the demo data writes there
    const { byEmail } = JSON.parse(readFileSync(join(this.folder.path, 'demo-sign-ins.json'), 'utf8')) as { byEmail: Record<string, string> };
    const session = await this.send('/session', { body: { email, password: byEmail[email] } });
    if (session.status !== 200) throw new Error(`${session.status} ${session.text}`);
    const at = `/organizations/${organizationId}`;
    return {
      get: (path) => this.send(`${at}${path}`, { cookie: session.cookie }),
      post: (path, body = {}) => this.send(`${at}${path}`, { body, cookie: session.cookie }),
    };
  }

  /** Rows of an organization as they lie in the database, whoever's they are. */
  async rows<R extends object>(organizationId: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
    const client = await this.owner();
    await client.query('begin');
    try {
      await client.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      return (await client.query<R>(text, [...values])).rows;
    } finally {
      await client.query('commit');
    }
  }

  /** The organization of the demo data that has an address of this name. */
  async organization(slug: string): Promise<string> {
    const client = await this.owner();
    const { rows } = await client.query<{ id: string }>('select organization_id as id from organization_figures where slug = $1', [slug]);
    return rows[0]?.id ?? '';
  }

  private async owner(): Promise<pg.Client> {
    if (this.behind !== undefined) return this.behind;
    const access = EmbeddedPostgres.running(this.folder.path);
    const client = new pg.Client({ connectionString: access?.ownerUrl });
    // the database ends with the server
    client.on('error', () => undefined);
    await client.connect();
    this.behind = client;
    return client;
  }

  private async disconnect(): Promise<void> {
    await this.behind?.end().catch(() => undefined);
    this.behind = undefined;
  }

  private async send(path: string, { body, cookie }: { readonly body?: object; readonly cookie?: string }): Promise<Answered & { readonly cookie: string }> {
    const address = `http://localhost:${this.port}`;
    const answer = await fetch(`${address}/api${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        origin: address,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(cookie !== undefined && { cookie }),
      },
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    return { status: answer.status, text, body: isJson ? JSON.parse(text) : undefined, cookie: set.join('; ') };
  }
}

/** Waits until something is so; how long that takes is what the patience of the spec is for. */
export async function until<T>(found: () => Promise<T>, so: (one: T) => boolean): Promise<T> {
  for (;;) {
    const one = await found();
    if (so(one)) return one;
    await pause(5);
  }
}
