import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpsDomainFiles, type HttpsDomainFilesOptions } from '@smartpar/organizations/api';
import { selfSigned } from '../start/self-signed';

/** The certificate of the specs is for this name; no name server knows where it leads but ours. */
const DOMAIN = 'localhost';

let server: Server;
let folder: string;
let ca: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smartpar-file-'));
  const signed = selfSigned(folder);
  ca = signed.ca;
  server = createServer({ cert: readFileSync(signed.cert), key: readFileSync(signed.key) }, (request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  asked.length = 0;
  answer = (_, response) => response.end('smartpar-verification=abc\n');
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Answers every name with some addresses, and counts how often it is asked. */
function resolver(...addresses: readonly string[]) {
  let count = 0;
  const lookup: LookupFunction = (_, options, tell) => {
    const address = addresses[Math.min(count, addresses.length - 1)] ?? '';
    count += 1;
    if (options.all === true) tell(null, [{ address, family: 4 }]);
    else tell(null, address, 4);
  };
  return { lookup, asked: () => count };
}

const portOf = (): number => (server.address() as AddressInfo).port; // as: it listens on a port
const files = (options: HttpsDomainFilesOptions = {}) =>
  new HttpsDomainFiles({ port: portOf(), ca, lookup: resolver('127.0.0.1').lookup, isOpen: () => true, ...options });

describe('the file at a domain’s own web server', () => {
  it('is read from the well-known place of the very domain', async () => {
    expect(await files().fileOf(DOMAIN)).toEqual({ kind: 'found', text: 'smartpar-verification=abc\n' });
    expect(asked).toEqual(['localhost/.well-known/smartpar-verification.txt']);
  });

  it.each([
    [404, 'none'],
    [401, 'none'],
    [500, 'no-answer'],
    [429, 'no-answer'],
  ] as const)('with the status %i is %s', async (status, kind) => {
    answer = (_, response) => response.writeHead(status).end('smartpar-verification=abc');
    expect(await files().fileOf(DOMAIN)).toEqual({ kind });
  });

  it.each([301, 302, 303, 307, 308])('is not followed elsewhere, not even to the same server: %i', async (status) => {
    answer = (_, response) => response.writeHead(status, { location: `https://localhost:${portOf()}/elsewhere` }).end();
    expect(await files().fileOf(DOMAIN)).toEqual({ kind: 'moved' });
    expect(asked).toHaveLength(1);
  });

  it('is read no further than a proof may be long, however much comes', async () => {
    answer = (_, response) => {
      const more = () => response.write('x'.repeat(64 * 1024), (error) => (error || response.destroyed ? undefined : setImmediate(more)));
      more();
    };
    const read = await files().fileOf(DOMAIN);
    expect(read).toEqual({ kind: 'found', text: 'x'.repeat(1_024) });
  });

  it('that never ends, or never begins, is given up', async () => {
    answer = () => undefined;
    expect(await files({ patience: 50 }).fileOf(DOMAIN)).toEqual({ kind: 'no-answer' });
    answer = (_, response) => response.write('smart');
    expect(await files({ patience: 50 }).fileOf(DOMAIN)).toEqual({ kind: 'no-answer' });
  });

  it('does not count where nobody vouches for the certificate, or it is another name’s', async () => {
    expect(await new HttpsDomainFiles({ port: portOf(), lookup: resolver('127.0.0.1').lookup, isOpen: () => true }).fileOf(DOMAIN)).toEqual({
      kind: 'certificate',
    });
    expect(await files().fileOf('larkspur.example')).toEqual({ kind: 'certificate' });
    expect(asked).toEqual([]);
  });
});

describe('a domain whose name leads behind a wall', () => {
  it('is not knocked at, as the name servers of the machine see it', async () => {
    expect(await new HttpsDomainFiles({ port: portOf(), ca }).fileOf(DOMAIN)).toEqual({ kind: 'closed-address' });
    expect(asked).toEqual([]);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('is given up before anything is said, whoever looked the name up: %s', async (address) => {
    const options = { port: portOf(), ca, lookup: resolver(address).lookup };
    expect(await new HttpsDomainFiles(options).fileOf(DOMAIN)).toEqual({ kind: 'closed-address' });
    expect(asked).toEqual([]);
  });

  it('does not slip in by changing its mind: the name is looked up once, and what was looked at is what is connected to', async () => {
    const changing = resolver('127.0.0.1', '127.0.0.2');
    const connected: string[] = [];
    await files({ lookup: changing.lookup, isOpen: (address) => (connected.push(address), true) }).fileOf(DOMAIN);
    expect(changing.asked()).toBe(1);
    expect(connected).toEqual(['127.0.0.1']);
  });
});
