import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../start/self-signed';

/** A webhook as it came. */
export interface CameIn {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Somebody's server on this machine that takes webhooks, or does not. */
export class HookServer {
  readonly came: CameIn[] = [];
  status = 204;
  location: string | null = null;

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    readonly ca: string,
  ) {}

  static async start(): Promise<HookServer> {
    const folder = mkdtempSync(join(tmpdir(), 'smartpar-hook-'));
    const { cert, key, ca } = selfSigned(folder);
    const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) });
    const hooks = new HookServer(server, folder, ca);
    server.on('request', (request, answer) => {
      let body = '';
      request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      request.on('end', () => {
        hooks.came.push({ headers: request.headers, body });
        answer.writeHead(hooks.status, hooks.location === null ? {} : { location: hooks.location }).end('thanks');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return hooks;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo; // as: it listens on a port
    return `https://localhost:${port}/hook`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
