import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { get as getOverTls } from 'node:https';
import { createServer } from 'node:net';
import { isAlive } from '@smartpar/platform/database';
import { buildProgram, databasePid, freePort, hasEnded, newDataFolder, ServerProcess } from './server-process';
import { selfSigned } from './self-signed';

jest.setTimeout(120_000);

const folder = newDataFolder();
let port: number;

beforeAll(async () => {
  buildProgram();
  port = await freePort();
});
afterEach(() => ServerProcess.endAll());
afterAll(() => folder.remove());

const variables = () => ({ DATA_FOLDER: folder.path, PORT: String(port) });
const started = async (more: Record<string, string> = {}) => {
  const server = ServerProcess.start({ ...variables(), ...more });
  return { server, printed: await server.ready() };
};

const ask = (address: string, text: string) =>
  fetch(`${address}/api/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ identifier: 'wren@larkspur.example', replyAddress: `${text}@mail.example`, text }),
  });
const answerTo = async (request: ClientRequest): Promise<IncomingMessage> => {
  const [answer] = (await once(request, 'response')) as [IncomingMessage]; // as: what a request tells of its response
  return answer.resume();
};
/** What the development mailbox answers somebody who calls the server by another name. */
const statusFor = async (address: string, host: string): Promise<number | undefined> => {
  const { statusCode } = await answerTo(get(`${address}/api/development/mails`, { headers: { host }, agent: false }));
  return statusCode;
};
const mailboxes = async (address: string): Promise<string[]> => {
  const answer = await fetch(`${address}/api/development/mails`);
  const { items } = (await answer.json()) as { items: { to: string }[] }; // as: the contract of the development mailbox
  return items.map(({ to }) => to);
};

describe('starting on a laptop', () => {
  it('fills demo data in, prints one sign-in per kind of person, and stops cleanly', async () => {
    const { server, printed } = await started();
    expect(printed).toContain(`answers at http://localhost:${port}`);
    for (const kind of ['Owner of an organization', 'Privacy officer', 'Employee', 'SmartPAR support'])
      expect(printed).toMatch(new RegExp(`^  ${kind} +\\S+@\\S+\\.example +\\S+$`, 'm'));
    const ready = await fetch(`${server.address}/health/ready`);
    expect([ready.status, ready.headers.has('strict-transport-security')]).toEqual([200, false]);
    expect((await ask(server.address, 'first')).status).toBe(202);
    const database = databasePid(folder.path);
    expect(isAlive(database)).toBe(true);
    const { code, errors } = await server.end('SIGTERM');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(await hasEnded(database)).toBe(true);
  });

  it('keeps all data and sign-ins over a second start, and its mails from pages of other names', async () => {
    const { server, printed } = await started();
    expect(printed).toMatch(/Privacy officer +privacy@larkspur\.example/);
    expect(await mailboxes(server.address)).toContain('first@mail.example');
    expect(await statusFor(server.address, `evil.example:${port}`)).toBe(421);
    expect(await statusFor(server.address, `127.0.0.1:${port}`)).toBe(200);
    const again = ServerProcess.start({ ...variables(), PORT: String(await freePort()) });
    expect(await again.ended).toMatchObject({ code: 1, errors: expect.stringMatching(/^SmartPAR already runs on .*\n$/) });
    expect((await server.end('SIGINT')).code).toBe(0);
  });

  it('loses nothing it acknowledged when it is killed', async () => {
    const { server } = await started();
    expect((await ask(server.address, 'before-the-kill')).status).toBe(202);
    await server.end('SIGKILL');
    const next = await started();
    expect(await mailboxes(next.server.address)).toEqual(expect.arrayContaining(['before-the-kill@mail.example', 'first@mail.example']));
    expect((await next.server.end('SIGTERM')).code).toBe(0);
  });

  it('loses nothing it acknowledged when it and its database are killed', async () => {
    const { server } = await started();
    const database = databasePid(folder.path);
    expect((await ask(server.address, 'before-both-were-killed')).status).toBe(202);
    process.kill(database, 'SIGKILL');
    await server.end('SIGKILL');
    const next = await started();
    expect(await mailboxes(next.server.address)).toContain('before-both-were-killed@mail.example');
    expect((await next.server.end('SIGTERM')).code).toBe(0);
  });

  it('offers operator commands beside the running server', async () => {
    const { server } = await started();
    const listed = await ServerProcess.start(variables(), 'operate', 'demo-sign-ins', '--json').ended;
    expect(listed).toMatchObject({ code: 0, errors: '' });
    expect(JSON.parse(listed.output)).toMatchObject({
      signIns: expect.arrayContaining([expect.objectContaining({ kind: 'Privacy officer', email: 'privacy@larkspur.example' })]),
    });
    expect((await server.end('SIGTERM')).code).toBe(0);
  });

  it('answers over TLS with a certificate, and only then makes browsers insist on it', async () => {
    const { cert, key, ca } = selfSigned(folder.path);
    const { server, printed } = await started({ TLS_CERT: cert, TLS_KEY: key });
    expect(printed).toContain(`answers at https://localhost:${port}`);
    const { statusCode, headers } = await answerTo(getOverTls(`https://localhost:${port}/health/ready`, { ca, agent: false }));
    expect([statusCode, headers['strict-transport-security']]).toEqual([200, 'max-age=63072000; includeSubDomains']);
    await expect(fetch(`http://localhost:${port}/health/ready`)).rejects.toThrow();
    expect((await server.end('SIGTERM')).code).toBe(0);
  });

  it('removes demo data for good when it is told to', async () => {
    const removed = await ServerProcess.start(variables(), 'operate', 'remove-demo-data', '--json').ended;
    expect(removed).toMatchObject({ code: 0, errors: '' });
    const { server, printed } = await started();
    expect(printed).not.toContain('Demo sign-ins');
    expect((await server.end('SIGTERM')).code).toBe(0);
    const loaded = await ServerProcess.start(variables(), 'operate', 'load-demo-data', '--json').ended;
    expect(loaded).toMatchObject({ code: 0, errors: '' });
  });
});

describe('what keeps it from starting is said in one sentence', () => {
  it.each<[string, () => Promise<Record<string, string>> | Record<string, string>, RegExp]>([
    ['an unwritable data folder', () => ({ DATA_FOLDER: '/dev/null/data' }), /^The data folder \/dev\/null\/data cannot be written.*DATA_FOLDER/],
    [
      'a database that does not answer',
      async () => ({
        DATABASE_URL: `postgres://owner:x@127.0.0.1:${await freePort()}/smartpar`,
        SECRET_KEYS: `k1:${'abcdefgh'.repeat(6)}`,
        SMTP_URL: 'smtp://127.0.0.1:1',
      }),
      /^The database at 127\.0\.0\.1:\d+\/smartpar cannot be used .*DATABASE_URL/,
    ],
    ['an unsafe setting', () => ({ HOST: '0.0.0.0' }), /^HOST=0\.0\.0\.0 would serve passwords and personal data without TLS/],
    ['production without a mail server', () => ({ NODE_ENV: 'production' }), /^SMTP_URL is not set/],
  ])('%s', async (_, settings, sentence) => {
    const { code, errors } = await ServerProcess.start({ PORT: String(await freePort()), ...(await settings()) }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(sentence);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    expect(errors).not.toContain('    at ');
  });

  it('a taken port', async () => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const { code, errors } = await ServerProcess.start({ ...variables(), PORT: String(port) }).ended;
    await new Promise((resolve) => taken.close(resolve));
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(new RegExp(`^Port ${port} on 127.0.0.1 is taken: .*\n$`)) });
  });
});
