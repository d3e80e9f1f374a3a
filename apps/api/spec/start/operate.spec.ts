import { copyFileSync, existsSync, writeFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram, freePort, newDataFolder, ServerProcess } from './server-process';

jest.setTimeout(120_000);

const folder = newDataFolder();
const other = newDataFolder();
const backup = join(folder.path, 'backup.smartpar');

beforeAll(() => buildProgram());
afterEach(() => ServerProcess.endAll());
afterAll(() => [folder, other].forEach(({ remove }) => remove()));

const operate = (words: readonly string[], more: Record<string, string> = {}) =>
  ServerProcess.start({ DATA_FOLDER: folder.path, DEMO_DATA: 'off', ...more }, 'operate', ...words).ended;
const json = async (...words: string[]): Promise<Record<string, unknown>> => {
  const { code, output, errors } = await operate([...words, '--json']);
  if (code !== 0) throw new Error(errors);
  return JSON.parse(output) as Record<string, unknown>; // as: what --json prints
};
const owner = ['--owner-email', 'linden@northfold.example', '--owner-first-name', 'Linden', '--owner-last-name', 'Ashgrove'];

describe('operator commands', () => {
  it('make an organization whose first owner chooses a password by the printed link and gets in', async () => {
    const made = await json('create-organization', '--name', 'Northfold', '--slug', 'northfold', '--country', 'DE', '--time-zone', 'Europe/Berlin', ...owner);
    const token = String(made['passwordLink']).split('#t=')[1];
    const port = String(await freePort());
    const server = ServerProcess.start({ DATA_FOLDER: folder.path, DEMO_DATA: 'off', PORT: port });
    await server.ready();
    const post = (path: string, body: object) =>
      fetch(`${server.address}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await post('/password-resets/completion', { token, newPassword: 'tidal lantern orbit moss' })).ok).toBe(true);
    expect((await post('/password-resets/completion', { token, newPassword: 'another orbit of lanterns' })).ok).toBe(false);
    const session = await post('/session', { email: 'linden@northfold.example', password: 'tidal lantern orbit moss' });
    expect(await session.json()).toMatchObject({ memberships: [{ organizationId: made['organizationId'], organizationName: 'Northfold', roles: ['owner'] }] });
    await server.end('SIGTERM');
  });

  it('let a directory in: it asks the address with the token what the server can do, and nobody asks without', async () => {
    const made = await json('scim-token', '--organization', 'northfold');
    expect(made).toEqual({ address: expect.stringMatching(/\/scim\/v2$/), token: expect.any(String), expiresAt: expect.any(String) });
    expect(await operate(['scim-token', '--organization', 'nowhere'])).toMatchObject({ code: 1, errors: expect.stringMatching(/^[^\n]+\n$/) });
    const port = String(await freePort());
    const server = ServerProcess.start({ DATA_FOLDER: folder.path, DEMO_DATA: 'off', PORT: port });
    await server.ready();
    const ask = (path: string, headers: Record<string, string>) => fetch(`${server.address}/scim/v2${path}`, { headers });
    const users = await ask('/Users', { authorization: `Bearer ${String(made['token'])}` });
    expect(users.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    expect(await users.json()).toMatchObject({ totalResults: 1, Resources: [{ userName: 'linden@northfold.example', active: true }] });
    const stranger = await ask('/ServiceProviderConfig', {});
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Bearer/)]);
    await server.end('SIGTERM');
  });

  it('recover a lost last owner, and say so where there is no such organization', async () => {
    const recovered = await json(
      'recover-owner',
      '--organization',
      'northfold',
      '--owner-email',
      'rowan@northfold.example',
      '--owner-first-name',
      'Rowan',
      '--owner-last-name',
      'Copperleaf',
    );
    expect(recovered).toMatchObject({ passwordLink: expect.stringContaining('/reset-password#t=') });
    const missing = await operate(['recover-owner', '--organization', 'nowhere', ...owner]);
    expect(missing.code).toBe(1);
    expect(missing.errors).not.toContain('    at ');
  });

  it('refuse what cannot be, in sentences, and change nothing', async () => {
    const twice = await operate([
      'create-organization',
      '--name',
      'Northfold',
      '--slug',
      'northfold',
      '--country',
      'DE',
      '--time-zone',
      'Europe/Berlin',
      ...owner,
    ]);
    expect(twice).toMatchObject({ code: 1, errors: expect.stringMatching(/^[^\n]+\n$/) });
    const nonsense = await operate(['create-organization', '--name', 'X', '--slug', 'NO SLUG!', '--country', 'Atlantis', '--time-zone', 'Mars/Base', ...owner]);
    expect(nonsense.code).toBe(1);
    expect(nonsense.errors).toMatch(/slug/);
  });

  it('record access to the machines for the members to read, and say what is wrong with one that cannot be', async () => {
    const access = ['record-infrastructure-access', '--organization', 'northfold', '--kind', 'restore', '--words', 'The backup was tried.'];
    const recorded = await json(...access, '--from', '2026-11-26T09:00:00Z', '--until', '2026-11-26T10:00:00Z');
    expect(recorded).toEqual({ id: expect.any(String), organizationId: expect.any(String) });
    const backwards = await operate([...access, '--from', '2026-11-26T10:00:00Z', '--until', '2026-11-26T09:00:00Z']);
    expect(backwards).toMatchObject({ code: 1, errors: 'until: It cannot end before it began.\n' });
    expect((await operate(['record-infrastructure-access', '--help'])).output).toContain('each of its members reads it');
  });

  it('print the configuration without its secrets', async () => {
    const { output } = await operate(['configuration'], { SMTP_URL: 'smtp://me:hunter2@mail.example.com' });
    expect(output).toContain('SMTP_URL=smtp://me:hidden@mail.example.com');
    expect(output).not.toContain('hunter2');
  });

  it('issue a single-use link and revoke everything', async () => {
    expect(await json('issue-token', '--account', 'linden@northfold.example')).toMatchObject({ url: expect.stringMatching(/\/reset-password#t=1\./) });
    expect(await json('revoke-tokens', '--account', 'linden@northfold.example')).toEqual({ revoked: true });
    expect((await operate(['remove-second-factor', '--account', 'linden@northfold.example'])).errors).toContain('There is no second factor on this account.');
    expect((await operate(['issue-token', '--account', 'nobody@northfold.example'])).code).toBe(1);
  });

  it('back up, rotate keys, and restore with a key that has been rotated since', async () => {
    expect(await json('backup', '--to', backup)).toMatchObject({ file: backup });
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect((await operate(['backup', '--to', backup])).errors).toMatch(/^The file .* exists already/);
    await json('rotate-keys');
    mkdirSync(other.path, { recursive: true });
    copyFileSync(join(folder.path, 'secret-keys'), join(other.path, 'secret-keys'));
    const restored = await operate(['restore', '--from', backup], { DATA_FOLDER: other.path });
    expect(restored).toMatchObject({ code: 0, errors: '' });
    const again = await operate(['restore', '--from', backup], { DATA_FOLDER: other.path });
    expect(again).toMatchObject({ code: 1, errors: expect.stringMatching(/^[^\n]*empty[^\n]*\n$/) });
    const known = await operate(['issue-token', '--account', 'linden@northfold.example', '--json'], { DATA_FOLDER: other.path });
    expect(known.code).toBe(0);
  });

  it('refuse a file that is no backup', async () => {
    const third = newDataFolder();
    const file = join(third.path, 'not-a-backup');
    writeFileSync(file, 'hello');
    const refused = await operate(['restore', '--from', file], { DATA_FOLDER: third.path });
    expect(refused.code).toBe(1);
    expect(refused.errors.trim().split('\n')).toHaveLength(1);
    expect(existsSync(file)).toBe(true);
    third.remove();
  });
});
