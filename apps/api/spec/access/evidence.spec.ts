import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SESSION_COOKIE } from '@smartpar/access/api';
import { SealedLogRepository, SealLog } from '@smartpar/audit/api';
import { strFromU8, unzipSync } from 'fflate';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { keyRing, type Panel, panelIn, reviewsHouse, says, started, timePasses } from './reviews-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };
const run = promisify(execFile);

let house: House;
let organizationId: string;
let panel: Panel;
let auditor: Person;
let reviewId: string;
let folder: string;

beforeAll(async () => {
  house = await reviewsHouse();
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  organizationId = await house.organization();
  panel = await panelIn(house, organizationId);
  auditor = await house.person(organizationId, 'auditor');
  await house.person(organizationId, 'helpdesk');
  reviewId = await started(house, panel);
  await says(panel.reviewer, reviewId, [1, 2], 'keep');
  house.time.advance({ hours: 241 });
  await timePasses(house);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Seals until nothing is left: whoever writes in another database of the same server is waited for by the sealer. */
async function sealAll(): Promise<void> {
  const seal = new SealLog(house.database, keyRing, house.get(SealedLogRepository));
  for (;;) {
    await seal.run(organizationId);
    const left = await house.rows(organizationId, UNSEALED, [organizationId]);
    if (left.length === 0) return;
  }
}

const UNSEALED = `
  select e.id from audit_entries e where e.organization_id = $1
    and not exists (select from audit_leaves l where l.organization_id = e.organization_id and l.entry_id = e.id) limit 1`;

const verify = (...parameters: readonly string[]): Promise<{ code: number; said: string }> =>
  run(process.execPath, ['tools/verify-log/run.mjs', ...parameters]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (failure: { code: number; stdout: string; stderr: string }) => ({ code: failure.code, said: failure.stdout + failure.stderr }),
  );

async function fileOf(who: Person, method: 'GET' | 'POST', path: string, payload?: object): Promise<{ status: number; type: string; bytes: Buffer }> {
  const answer = await house.app.inject({
    method,
    url: `/api/organizations/${who.is.organizationId}${path}`,
    headers: { cookie: `${SESSION_COOKIE}=${who.is.accountId}` },
    ...(payload !== undefined && { payload }),
  });
  return { status: answer.statusCode, type: String(answer.headers['content-type']), bytes: answer.rawPayload };
}

const PERIOD = { from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' };
const pack = async (who: Person, period: object = PERIOD) => unzipSync((await fileOf(who, 'POST', '/evidence-pack', period)).bytes);

describe('the certificate', () => {
  it('says what was reviewed, by whom and what came of it, with members by number', async () => {
    const { body } = await panel.reviewer.get(`/access-reviews/${reviewId}/certificate`);
    expect(body.certificate).toMatchObject({
      review: reviewId,
      startedBy: `M-${panel.owner.is.number}`,
      counts: { items: 3, kept: 2, revoked: 1, silent: 1, lastOwner: 0 },
      list: { lines: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(body.certificate.panel).toContainEqual({ member: `M-${panel.reviewer.is.number}`, part: 'reviewer', answers: 2 });
    expect(JSON.stringify(body)).not.toMatch(/Ashgrove|@larkspur/);
  });

  it('is a PDF too, in both languages, the same bytes whenever it is read', async () => {
    const [first, again, german] = await Promise.all(
      ['', '', '?locale=de'].map((query) => fileOf(auditor, 'GET', `/access-reviews/${reviewId}/certificate.pdf${query}`)),
    );
    expect([first?.status, first?.type]).toEqual([200, 'application/pdf']);
    expect(first?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first?.bytes.equals(again?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(german?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(false);
  });

  it('is checked offline with the keys of the log, and no word of it can be changed', async () => {
    const files = await pack(auditor);
    const at = (name: string) => join(folder, name);
    const text = strFromU8(files[`reviews/${reviewId}/certificate.json`] ?? new Uint8Array());
    await writeFile(at('keys.txt'), files['keys.txt'] ?? '');
    await writeFile(at('list.jsonl'), files[`reviews/${reviewId}/list.jsonl`] ?? '');
    await writeFile(at('certificate.json'), text);
    await writeFile(at('changed.json'), text.replace('"revoked": 1', '"revoked": 0'));
    await writeFile(at('changed.jsonl'), (await readFile(at('list.jsonl'), 'utf8')).replace('revoked', 'kept'));
    const parameters = (certificate: string, list: string) => ['--certificate', at(certificate), '--list', at(list), '--key', at('keys.txt')];
    expect(await verify(...parameters('certificate.json', 'list.jsonl'))).toEqual({ code: 0, said: 'The certificate fits, and so does its list.\n' });
    expect(await verify(...parameters('changed.json', 'list.jsonl'))).toEqual({ code: 1, said: 'What the certificate says is not what was signed.\n' });
    expect(await verify(...parameters('certificate.json', 'changed.jsonl'))).toEqual({ code: 1, said: 'The list is not the one the certificate is about.\n' });
  });
});

describe('the evidence of a period', () => {
  it('holds certificates, lists, keys and the log, and no name of anybody', async () => {
    const files = await pack(auditor);
    const folderOf = `reviews/${reviewId}`;
    expect(Object.keys(files).toSorted()).toEqual(
      [
        'audit-log.jsonl',
        'how-to-check.txt',
        'keys.txt',
        `${folderOf}/certificate.de.pdf`,
        `${folderOf}/certificate.en.pdf`,
        `${folderOf}/certificate.json`,
        `${folderOf}/list.jsonl`,
      ].toSorted(),
    );
    const all = Object.entries(files)
      .filter(([path]) => !path.endsWith('.pdf'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
    expect(all).not.toMatch(/Linden|Ashgrove|@larkspur/);
    expect(await house.log(organizationId)).toContain('evidence-pack.taken-out');
  });

  it('holds of the log what the period says, provably: entries before and after are hashes', async () => {
    house.time.advance({ hours: 24 * 60 });
    await panel.owner.put('/role-separation', { version: 0, pairs: [], limits: [{ role: 'helpdesk', most: 3 }] });
    await sealAll();
    const files = await pack(panel.owner);
    await writeFile(join(folder, 'keys.txt'), files['keys.txt'] ?? '');
    const log = strFromU8(files['audit-log.jsonl'] ?? new Uint8Array());
    await writeFile(join(folder, 'log.jsonl'), log);
    const entries = log.split('\n').filter((line) => line.includes('"entry"'));
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.some((line) => line.includes('role.kept-apart'))).toBe(false);
    const verdict = await verify(join(folder, 'log.jsonl'), '--key', join(folder, 'keys.txt'));
    expect(verdict).toMatchObject({ code: 0, said: expect.stringContaining('which is a part of the log') });
    const lines = log.split('\n');
    const cut = lines.map((line) => (line === entries[3] ? line.replace(/,"entry".*/, '}') : line)).join('\n');
    await writeFile(join(folder, 'cut.jsonl'), cut);
    expect((await verify(join(folder, 'cut.jsonl'), '--key', join(folder, 'keys.txt'))).code).toBe(1);
  });

  it('of a period in which nothing was closed has no certificates', async () => {
    const files = await pack(auditor, { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' });
    expect(Object.keys(files).toSorted()).toEqual(['audit-log.jsonl', 'how-to-check.txt', 'keys.txt']);
  });

  it.each([
    ['turned around', { from: PERIOD.until, until: PERIOD.from }],
    ['of the future', { from: '2030-01-01T00:00:00Z', until: '2030-02-01T00:00:00Z' }],
    ['of no time', { from: PERIOD.from, until: PERIOD.from }],
    ['of words', { from: 'yesterday', until: 'today' }],
  ])('%s is refused', async (_, period) => {
    expect((await auditor.post('/evidence-pack', period)).status).toBe(422);
  });

  it('with more certificates than fit is refused, and leaves nothing out without a word', async () => {
    const crowded = await house.organization();
    const owner = await house.person(crowded, 'owner');
    const rows = (count: number, day: string) =>
      house.rows(
        crowded,
        `insert into access_reviews (organization_id, id, state, covers, scope_kind, silence, stages, items, started_at, started_by, due_at, closed_at, note)
         select $1, gen_random_uuid(), 'closed', '{roles}', 'all', 'keeps', 1, 0, $3::timestamptz - interval '2 days', $2, $3::timestamptz - interval '1 day', $3, E'\n{}'
         from generate_series(1, $4::int)`,
        [crowded, owner.is.memberId, day, count],
      );
    await rows(501, '2026-02-10T00:00:00Z');
    const refused = await owner.post('/evidence-pack', { from: '2026-02-01T00:00:00Z', until: '2026-03-01T00:00:00Z' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'evidence_pack.period_wrong' } });
    expect(await house.log(crowded)).not.toContain('evidence-pack.taken-out');
  });

  it('is nothing for anybody but owners and auditors', async () => {
    const officer = await house.person(organizationId, 'privacy-officer');
    const stranger = (await house.person(await house.organization(), 'owner')).at(organizationId);
    for (const who of [panel.reviewer, officer, stranger]) expect(await who.post('/evidence-pack', PERIOD)).toMatchObject(NOT_FOUND);
  });
});

describe('somebody from outside', () => {
  const DAY = 24;
  const admits = (to: Person, until = '2026-06-01', who: Person = panel.owner) => who.put(`/members/${to.is.memberId}/external-auditor`, { until });
  let outside: Person;

  beforeEach(async () => {
    outside = await house.person(organizationId);
  });
  const inDays = (days: number) =>
    house.time
      .now()
      .add({ hours: days * DAY })
      .toString()
      .slice(0, 10);

  it('checks until their last day, and not a moment longer', async () => {
    expect((await admits(outside, inDays(5))).status).toBe(200);
    expect((await outside.get('/audit-entries')).status).toBe(200);
    expect((await panel.owner.get('/external-auditors')).body.items).toMatchObject([{ memberId: outside.is.memberId, over: false, until: inDays(5) }]);
    house.time.advance({ hours: DAY * 7 });
    expect(await outside.get('/audit-entries')).toMatchObject(NOT_FOUND);
    await timePasses(house);
    expect((await panel.owner.get('/external-auditors')).body.items).toEqual([]);
    expect(
      await house.rows(organizationId, 'select from member_roles where organization_id = $1 and member_id = $2', [organizationId, outside.is.memberId]),
    ).toEqual([]);
  });

  it('is let in for longer by another act, and out again at once', async () => {
    await admits(outside, inDays(3));
    house.time.advance({ hours: DAY });
    await admits(outside, inDays(20));
    house.time.advance({ hours: DAY * 5 });
    await timePasses(house);
    expect((await outside.get('/audit-entries')).status).toBe(200);
    expect((await panel.owner.delete(`/members/${outside.is.memberId}/external-auditor`)).status).toBe(200);
    expect(await outside.get('/audit-entries')).toMatchObject(NOT_FOUND);
    expect(await panel.owner.delete(`/members/${outside.is.memberId}/external-auditor`)).toMatchObject(NOT_FOUND);
  });

  it.each([
    ['longer than thirty days', () => inDays(32)],
    ['until yesterday', () => inDays(-2)],
    ['for all time', () => '9999-12-31'],
  ])('%s is refused', async (_, until) => {
    expect(await admits(outside, until())).toMatchObject({ status: 422, body: { code: 'external_auditor.too_long' } });
  });

  it('holds no other role, and nobody who was let go is let in', async () => {
    const helpdesk = await house.person(organizationId, 'helpdesk');
    expect(await admits(helpdesk, inDays(2))).toMatchObject({ status: 409, body: { code: 'external_auditor.holds_roles' } });
    await panel.owner.post(`/members/${outside.is.memberId}/suspension`, {});
    expect(await admits(outside, inDays(2))).toMatchObject({ status: 409, body: { code: 'external_auditor.not_there' } });
  });

  it('is let in by owners alone', async () => {
    const officer = await house.person(organizationId, 'privacy-officer');
    const stranger = (await house.person(await house.organization(), 'owner')).at(organizationId);
    for (const who of [officer, auditor, outside, stranger]) expect(await admits(outside, inDays(2), who)).toMatchObject(NOT_FOUND);
    expect(await panel.owner.stale.put(`/members/${outside.is.memberId}/external-auditor`, { until: inDays(2) })).toMatchObject({ status: 403 });
  });
});

it('when a role was used last is told the same before the log is sealed and after, and by what came last of both', async () => {
  const id = await started(house, panel, { covers: ['roles'] });
  const now = (): string => new Date(house.time.now().epochMilliseconds).toISOString();
  const usedAt = async (): Promise<unknown> => {
    const { items } = (await panel.reviewer.get(`/access-reviews/${id}/items`)).body;
    return items.find(
      ({ role, holder }: { role: { role: string }; holder: { memberId: string } }) => role.role === 'owner' && holder.memberId === panel.owner.is.memberId,
    )?.lastUsedAt;
  };
  const begun = now();
  expect(await usedAt()).toBe(begun);
  await sealAll();
  expect(await usedAt()).toBe(begun);
  house.time.advance({ hours: 1 });
  await panel.owner.post('/groups', { name: 'Night' });
  expect(await usedAt()).toBe(now());
});
